import { NONE } from '#agreement/in-force.ts';
import { type Side, type Verdict, verdictOf } from '#agreement/position.ts';
import { columnOf, UNKNOWN } from '#agreement/stance-matrix.ts';
import { type Proposition, rowAt } from '#snapshot/catalogue.ts';
import { type Comparison, stanceRowsIn } from './comparison.ts';
import { type DerivationReceipt, derivationOf, stanceRowsBehind } from './derivation-receipt.ts';
import { issuesOf } from './look-up.ts';

/** What a party held on a proposition at one of the two points. */
export interface CellThen {
  /** As in the matrix of a comparison. */
  readonly cell: number;
  /** Row index of the party's own stance, or null. */
  readonly stanceRow: number | null;
  /** What the position of a bloc was derived from; null for one with a stance of its own, and for other parties. */
  derivation(): DerivationReceipt | null;
}

/** One party and one proposition that are not as they were. */
export interface CellChange {
  /** Row of the party in both comparisons. */
  readonly party: number;
  readonly before: CellThen;
  readonly after: CellThen;
}

interface VerdictThen {
  readonly verdict: Verdict;
  readonly side: Side | null;
}

/** One proposition with cells that are not as they were. */
export interface RowChange {
  readonly proposition: Proposition;
  readonly before: VerdictThen;
  readonly after: VerdictThen;
  /** In the order of the parties; one or more. */
  readonly cells: readonly CellChange[];
}

/**
 * What counts as a change. POSITION: a state or position. STANCE: also the same position by another stance or version of it, or derived from other
 * stances of members. CITATION: also other citations of the same stances.
 */
export type ChangeDepth = 'POSITION' | 'STANCE' | 'CITATION';

/**
 * The differences between two comparisons of the same parties, by key of the issue (none: last), then of the proposition. `recited` returns for a
 * row index whether the citations of the stance changed.
 */
export function comparisonChanges(
  before: Comparison,
  after: Comparison,
  depth: ChangeDepth,
  recited: (stanceRow: number) => boolean,
): RowChange[] {
  const [columnBefore, columnAfter] = [columnsOf(before), columnsOf(after)];
  const changes: { change: RowChange; order: string }[] = [];
  for (const ordinal of new Set([...before.propositions, ...after.propositions])) {
    const then = new Column(before, columnBefore.get(ordinal));
    const now = new Column(after, columnAfter.get(ordinal));
    const isChange = (row: number) => isChanged(then, now, row, depth, recited);
    if (!now.cells.some((_, row) => isChange(row))) continue;
    const proposition = shown(before, after, ordinal);
    const change = new ChangedRow(proposition, then, now, isChange);
    changes.push({ change, order: `${issueKey(before, after, ordinal)} ${proposition.key}` });
  }
  return changes.sort((a, b) => (a.order < b.order ? -1 : 1)).map(({ change }) => change);
}

/** A row whose cells are created on demand, because few rows of a long list are read. */
class ChangedRow implements RowChange {
  readonly proposition: Proposition;
  readonly #then: Column;
  readonly #now: Column;
  readonly #isChange: (row: number) => boolean;

  constructor(proposition: Proposition, then: Column, now: Column, isChange: (row: number) => boolean) {
    this.proposition = proposition;
    this.#then = then;
    this.#now = now;
    this.#isChange = isChange;
  }

  get before(): VerdictThen {
    return verdictOf(this.#then.cells);
  }

  get after(): VerdictThen {
    return verdictOf(this.#now.cells);
  }

  get cells(): CellChange[] {
    return Array.from(this.#now.cells.keys())
      .filter(this.#isChange)
      .map((party) => ({ party, before: this.#then.cellOf(party), after: this.#now.cellOf(party) }));
  }
}

const columnsOf = ({ propositions }: Comparison) => new Map(propositions.map((ordinal, column) => [ordinal, column]));

const none: readonly number[] = [];

/** What all parties hold on a proposition; unknown where the comparison has no column for it. */
class Column {
  readonly cells: Int8Array;
  readonly #comparison: Comparison;
  readonly #column: number | undefined;
  #stanceRows: ArrayLike<number> | null = null;

  constructor(comparison: Comparison, column: number | undefined) {
    this.#comparison = comparison;
    this.#column = column;
    this.cells =
      column === undefined
        ? new Int8Array(comparison.parties.length).fill(UNKNOWN)
        : columnOf(comparison.matrix, column);
  }

  /** Row index of the stance in a row of the comparison, or NONE. */
  stanceRowOf(row: number): number {
    if (this.#column === undefined) return NONE;
    this.#stanceRows ??= stanceRowsIn(this.#comparison, this.#column);
    return this.#stanceRows[row] as number;
  }

  /** Row indexes of the stances from which the position of a bloc was derived; empty for any other. */
  memberStanceRowsOf(row: number): readonly number[] {
    if (this.#column === undefined || this.#comparison.blocs === null || this.stanceRowOf(row) !== NONE) return none;
    return stanceRowsBehind(this.#comparison, this.#column, row);
  }

  cellOf(row: number): CellThen {
    const stanceRow = this.stanceRowOf(row);
    const [comparison, column] = [this.#comparison, this.#column];
    return {
      cell: this.cells[row] as number,
      stanceRow: stanceRow === NONE ? null : stanceRow,
      derivation: () => (column === undefined ? null : derivationOf(comparison, column, row)),
    };
  }
}

function isChanged(
  then: Column,
  now: Column,
  row: number,
  depth: ChangeDepth,
  recited: (stanceRow: number) => boolean,
) {
  if (then.cells[row] !== now.cells[row]) return true;
  if (depth === 'POSITION') return false;
  const stanceRow = now.stanceRowOf(row);
  if (then.stanceRowOf(row) !== stanceRow) return true;
  if (stanceRow !== NONE) return depth === 'CITATION' && recited(stanceRow);
  const members = now.memberStanceRowsOf(row);
  const before = then.memberStanceRowsOf(row);
  if (members.length !== before.length || members.some((member) => !before.includes(member))) return true;
  return depth === 'CITATION' && members.some(recited);
}

/** The proposition in its later words, unless it was gone by then. */
function shown(before: Comparison, after: Comparison, ordinal: number): Proposition {
  const later = rowAt(after.snapshot.propositions, ordinal);
  return later.retired ? rowAt(before.snapshot.propositions, ordinal) : later;
}

function issueKey(before: Comparison, after: Comparison, ordinal: number): string {
  const [first = null] = [after, before].flatMap(({ snapshot, scope }) =>
    issuesOf(snapshot, ordinal, scope.asKnownAt).slice(0, 1),
  );
  return first?.key ?? '~';
}
