import { NONE } from '#agreement/in-force.ts';
import type { Side } from '#agreement/position.ts';
import { columnOf, UNKNOWN } from '#agreement/stance-matrix.ts';
import { type Verdict, verdictOf } from '#agreement/verdict.ts';
import { type Proposition, rowAt } from '../snapshot/snapshot.ts';
import { type Comparison, placesIn } from './comparison.ts';
import { issuesOf } from './issues-of.ts';

/** What a party held on a proposition at one of the two points: half steps, ABSENT or UNKNOWN; and the place of the stance, or null. */
export interface CellThen {
  readonly cell: number;
  readonly place: number | null;
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
 * What counts as a change. POSITION: a state or position. STANCE: also the same position by another stance or version of it. CITATION: also
 * other citations of the same stance.
 */
export type ChangeDepth = 'POSITION' | 'STANCE' | 'CITATION';

/**
 * What is different between two comparisons of the same parties, by key of the issue (none: last), then of the proposition. `recited` says of a
 * stance, by its place, whether its citations are others.
 */
export function comparisonChanges(
  before: Comparison,
  after: Comparison,
  depth: ChangeDepth,
  recited: (place: number) => boolean,
): RowChange[] {
  const [columnBefore, columnAfter] = [columnsOf(before), columnsOf(after)];
  const ordinals = new Set([...before.propositions, ...after.propositions]);
  const changes: { change: RowChange; order: string }[] = [];
  for (const ordinal of ordinals) {
    const then = cellsOn(before, columnBefore.get(ordinal));
    const now = cellsOn(after, columnAfter.get(ordinal));
    const cells = then
      .map((cell, party) => ({ party, before: cell, after: now[party] as CellThen })) // both have a cell for each party
      .filter((change) => isChange(change, depth, recited));
    if (cells.length === 0) continue;
    const change = { proposition: shown(before, after, ordinal), before: verdict(then), after: verdict(now), cells };
    changes.push({ change, order: `${issueKey(before, after, ordinal)} ${change.proposition.key}` });
  }
  return changes.sort((a, b) => (a.order < b.order ? -1 : 1)).map(({ change }) => change);
}

const columnsOf = ({ propositions }: Comparison) => new Map(propositions.map((ordinal, column) => [ordinal, column]));

const verdict = (cells: readonly CellThen[]) => verdictOf(cells.map(({ cell }) => cell));

/** The cells of all parties on a proposition; unknown where the comparison has no column for it. */
function cellsOn(comparison: Comparison, column: number | undefined): CellThen[] {
  if (column === undefined) return comparison.parties.map(() => ({ cell: UNKNOWN, place: null }));
  const places = placesIn(comparison, column);
  return Array.from(columnOf(comparison.matrix, column), (cell, row) => {
    const place = places[row] as number;
    return { cell, place: place === NONE ? null : place };
  });
}

function isChange({ before, after }: CellChange, depth: ChangeDepth, recited: (place: number) => boolean): boolean {
  if (before.cell !== after.cell) return true;
  if (depth === 'POSITION') return false;
  if (before.place !== after.place) return true;
  return depth === 'CITATION' && after.place !== null && recited(after.place);
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
