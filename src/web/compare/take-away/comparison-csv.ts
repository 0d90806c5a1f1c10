import type { TakenRowFragment } from '../../generated/graphql.ts';
import { csvOf } from '../../take-away/csv.ts';
import { citationNames, citationValues } from '../../take-away/first-citation.ts';
import { type Provenance, provenanceNames, provenanceValues } from '../../take-away/provenance.ts';
import type { Compared } from '../compared.ts';

/** A row per proposition and party, in the order of the table, with the document that shows it and where all of it comes from. */
export function comparisonCsv(
  { parties }: Compared,
  rows: readonly TakenRowFragment[],
  provenance: Provenance,
): string {
  const names = [
    'proposition',
    'proposition_text',
    'issues',
    'verdict',
    'side',
    'since',
    'party',
    'party_name',
    'state',
    'position',
    'held_from',
    'last_confirmed',
    'confidence',
    'stance',
    ...citationNames,
    ...provenanceNames,
  ];
  const lines = rows.flatMap(({ proposition, verdict, side, since, cells }) =>
    cells.map(({ state, position, stance }, index) => [
      proposition.key,
      proposition.text,
      proposition.issues.map(({ key }) => key).join(' '),
      verdict,
      side,
      since,
      parties[index]?.key ?? null,
      parties[index]?.name ?? null,
      state,
      position,
      stance?.heldFrom ?? null,
      stance?.lastConfirmed ?? null,
      stance?.confidence ?? null,
      stance?.key ?? null,
      ...citationValues(stance?.citations ?? []),
      ...provenanceValues(provenance),
    ]),
  );
  return csvOf(names, lines);
}
