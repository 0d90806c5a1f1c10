import { cellAt, isHeld, type StanceMatrix } from '../stance-matrix.ts';

/** Which parties and propositions are worth estimating. */
export interface VotesRule {
  /** The share of the propositions kept on which a party must hold a position, 0 to 1. */
  readonly minimumVoted: number;
  /** The number of them; at least 1. */
  readonly fewestVoted: number;
  /** The share of those that hold a position on a proposition who must hold another than most do, 0 to ½. One of them at least must. */
  readonly minimumMinority: number;
}

/** No position that counts. */
export const SILENT = -1;

/** How the parties kept stand on the propositions kept: each party on enough of these, each proposition dividing enough of those. */
export interface DividedVotes {
  /** Rows and columns of the matrix that are kept. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** `sides[i * columns.length + j]`: 0 opposes, 1 neutral, 2 supports, or SILENT. A lean counts as its side. */
  readonly sides: Int8Array;
  /** Rows that are left out, with the number of propositions kept on which they hold a position. */
  readonly silentRows: readonly { readonly row: number; readonly voted: number }[];
  /** Columns that are left out, with the number of parties kept that hold a position other than most. */
  readonly undividedColumns: readonly { readonly column: number; readonly minority: number }[];
}

/** Counts are whole, so a share that differs by less than this is the same. */
const rounding = 1e-9;

/**
 * What of a matrix tells its parties apart; `rows` are those asked about, in the order in which they are to be kept. Propositions that divide too few and
 * parties that hold too few positions on the others are left out in turn, until all that is kept keeps the rule.
 */
export function dividedVotes(matrix: StanceMatrix, rows: readonly number[], rule: VotesRule): DividedVotes {
  const sideAt = (row: number, column: number) => sideOfCell(cellAt(matrix, row, column));
  const isDivided = (column: number, among: readonly number[]) => {
    const counts = [0, 0, 0];
    for (const row of among) {
      const side = sideAt(row, column);
      if (side !== SILENT) counts[side] = (counts[side] as number) + 1;
    }
    const held = (counts[0] as number) + (counts[1] as number) + (counts[2] as number);
    const minority = held - Math.max(...counts);
    return { minority, fits: minority >= 1 && minority >= rule.minimumMinority * held - rounding };
  };
  const votedBy = (row: number, on: readonly number[]) =>
    on.reduce((voted, column) => voted + Number(sideAt(row, column) !== SILENT), 0);
  let [keptRows, columns] = [rows, Array.from({ length: matrix.columns }, (_, column) => column)];
  for (;;) {
    const divided = columns.filter((column) => isDivided(column, keptRows).fits);
    const least = Math.max(rule.fewestVoted, rule.minimumVoted * divided.length - rounding);
    const speaking = keptRows.filter((row) => votedBy(row, divided) >= least);
    const isStable = divided.length === columns.length && speaking.length === keptRows.length;
    [keptRows, columns] = [speaking, divided];
    if (isStable) break;
  }
  const [isRow, isColumn] = [new Set(keptRows), new Set(columns)];
  const all = Array.from({ length: matrix.columns }, (_, column) => column);
  return {
    rows: keptRows,
    columns,
    sides: Int8Array.from(keptRows.flatMap((row) => columns.map((column) => sideAt(row, column)))),
    silentRows: rows.filter((row) => !isRow.has(row)).map((row) => ({ row, voted: votedBy(row, columns) })),
    undividedColumns: all
      .filter((column) => !isColumn.has(column))
      .map((column) => ({ column, minority: isDivided(column, keptRows).minority })),
  };
}

const sideOfCell = (cell: number): number => (isHeld(cell) ? Math.sign(cell) + 1 : SILENT);
