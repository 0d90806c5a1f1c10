import type { RowFragment } from '../../generated/graphql.ts';
import { csvOf } from '../../take-away/csv.ts';
import type { Compared } from '../compared.ts';

/** A row per proposition and party, in the order of the table; with the day and the revision, without which no number can be made again. */
export function comparisonCsv({ parties, scope }: Compared, rows: readonly RowFragment[]): string {
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
    'stance',
    'as_of',
    'as_known_at',
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
      stance?.key ?? null,
      scope.asOf,
      scope.asKnownAt,
    ]),
  );
  return csvOf(names, lines);
}
