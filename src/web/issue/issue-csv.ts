import type { TakenPropositionFragment } from '../generated/graphql.ts';
import { csvOf } from '../take-away/csv.ts';
import { type Provenance, provenanceNames, provenanceValues } from '../take-away/provenance.ts';
import { positions } from '../words/positions.ts';

/**
 * The propositions of an issue as CSV, with how many parties hold each position on the day, the documents that show it, and where all of it comes
 * from.
 */
export const issueCsv = (
  issue: string,
  propositions: readonly TakenPropositionFragment[],
  provenance: Provenance,
): string =>
  csvOf(
    [
      'issue',
      'proposition',
      'proposition_text',
      'kind',
      ...positions.map((one) => one.toLowerCase()),
      'documents',
      ...provenanceNames,
    ],
    propositions.map(({ key, text, kind, stances }) => [
      issue,
      key,
      text,
      kind,
      ...positions.map((one) => stances.nodes.filter(({ position }) => position === one).length),
      documentsOf(stances.nodes).join(' '),
      ...provenanceValues(provenance),
    ]),
  );

const documentsOf = (stances: TakenPropositionFragment['stances']['nodes']): readonly string[] =>
  [...new Set(stances.flatMap(({ citations }) => citations.map(({ document }) => document.key)))].sort();
