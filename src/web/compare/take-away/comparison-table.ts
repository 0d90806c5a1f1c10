import type { Column, Table } from '../../charts/table.ts';
import type { RowFragment } from '../../generated/graphql.ts';
import { texts } from '../../texts/texts.ts';
import { dateInShort, sinceInWords } from '../../words/dates.ts';
import { standingOf, standingWords } from '../../words/positions.ts';
import { verdictWords } from '../../words/verdicts.ts';
import type { Compared } from '../compared.ts';

/** The position of one party on one proposition. */
export interface PositionRow<Row extends RowFragment = RowFragment> {
  readonly row: Row;
  readonly party: Compared['parties'][number];
  readonly cell: Row['cells'][number];
}

const { proposition, verdict, columns: words } = texts.compare;

const columns: readonly Column<PositionRow>[] = [
  { name: 'proposition', label: null, value: ({ row }) => row.proposition.key },
  { name: 'proposition_text', label: proposition, value: ({ row }) => row.proposition.text },
  { name: 'issues', label: null, value: ({ row }) => row.proposition.issues.map(({ key }) => key).join(' ') },
  {
    name: 'verdict',
    label: verdict,
    value: ({ row }) => row.verdict,
    shown: ({ row }) => verdictWords[row.verdict].word,
  },
  { name: 'side', label: null, value: ({ row }) => row.side },
  {
    name: 'since',
    label: words.since,
    value: ({ row }) => row.since,
    shown: ({ row }) => (row.since === null ? '' : sinceInWords(row.since, row.sinceIsFirstKnown)),
  },
  { name: 'party', label: null, value: ({ party }) => party.key },
  { name: 'party_name', label: words.party, value: ({ party }) => party.name },
  { name: 'state', label: null, value: ({ cell }) => cell.state },
  {
    name: 'position',
    label: words.position,
    value: ({ cell }) => cell.position,
    shown: ({ cell }) => standingWords[standingOf(cell.state, cell.position)].verb,
  },
  {
    name: 'held_from',
    label: words.heldFrom,
    value: ({ cell }) => cell.stance?.heldFrom ?? null,
    shown: ({ cell }) => (cell.stance === null ? '' : dateInShort(cell.stance.heldFrom)),
  },
  { name: 'last_confirmed', label: null, value: ({ cell }) => cell.stance?.lastConfirmed ?? null },
];

/** A row per proposition and party, in the order of the rows, with further columns. */
export const comparisonTable = <Row extends RowFragment>(
  { parties }: Pick<Compared, 'parties'>,
  rows: readonly Row[],
  more: readonly Column<PositionRow<Row>>[] = [],
): Table<PositionRow<Row>> => ({
  rows: rows.flatMap((row) =>
    parties.flatMap((party, index) => {
      const cell = row.cells[index];
      return cell === undefined ? [] : [{ row, party, cell }];
    }),
  ),
  columns: [...columns, ...more],
});
