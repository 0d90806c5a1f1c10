import { csvOf } from '../take-away/csv.ts';
import { type Provenance, provenanceNames, provenanceValues } from '../take-away/provenance.ts';
import type { Coverage } from './coverage-rows.ts';

/** Coverage as CSV, a row for each party and issue; the issue is empty for the propositions that are about none. */
export const coverageCsv = ({ cells }: Coverage, provenance: Provenance): string =>
  csvOf(
    [
      'party_key',
      'party_name',
      'issue_key',
      'issue_name',
      'propositions',
      'held',
      'absent',
      'unknown',
      'latest',
      ...provenanceNames,
    ],
    cells.map(({ party, issue, propositions, held, absent, unknown, latest }) => [
      party.key,
      party.name,
      issue?.key ?? null,
      issue?.name ?? null,
      propositions,
      held,
      absent,
      unknown,
      latest,
      ...provenanceValues(provenance),
    ]),
  );
