import { NONE } from '#agreement/in-force.ts';
import {
  fromHalfSteps,
  type Position,
  type Side,
  spreadOf,
  type Verdict,
  verdictOf,
  verdicts,
} from '#agreement/position.ts';
import { type Since, since } from '#agreement/since.ts';
import { ABSENT, columnOf, isHeld, MEAN_ONLY, SPLIT } from '#agreement/stance-matrix.ts';
import { type Issue, type Proposition, rowAt } from '#snapshot/catalogue.ts';
import { confidenceIn, confidences } from '#snapshot/closed-sets.ts';
import { oncePer } from '#snapshot/once-per.ts';
import { type Comparison, compare, stanceRowsIn } from './comparison.ts';
import { stanceRowsBehind } from './derivation-receipt.ts';
import { derivedPositions } from './derived-positions.ts';
import { issuesOf } from './look-up.ts';
import { inIssueOrder } from './proposition-order.ts';

/** What is known about the position of a party on a proposition. */
export type CellState = 'HELD' | 'DERIVED' | 'SPLIT' | 'ABSENT' | 'UNKNOWN';

/** The state of a cell of a comparison: HELD with a stance of the party's own, else what the cell says. */
export function cellState(cell: number, hasStance: boolean): CellState {
  if (hasStance) return 'HELD';
  if (cell === ABSENT) return 'ABSENT';
  if (cell === SPLIT) return 'SPLIT';
  return isHeld(cell) || cell === MEAN_ONLY ? 'DERIVED' : 'UNKNOWN';
}

/** The position of a cell; null where it has none, as by the rule MEAN. */
export const cellPosition = (cell: number): Position | null => (isHeld(cell) ? fromHalfSteps(cell) : null);

/** One proposition over the parties of a comparison. */
export interface ComparisonRow {
  readonly comparison: Comparison;
  readonly column: number;
  readonly proposition: Proposition;
  readonly verdict: Verdict;
  readonly side: Side | null;
  /** In half steps, ABSENT or UNKNOWN, in the order of the parties. */
  readonly cells: Int8Array;
}

/** The row of a column. */
export function comparisonRowAt(comparison: Comparison, column: number): ComparisonRow {
  const { snapshot, propositions, matrix } = comparison;
  const cells = columnOf(matrix, column);
  const { verdict, side } = verdictOf(cells);
  const proposition = rowAt(snapshot.propositions, propositions[column] as number);
  return { comparison, column, proposition, verdict, side, cells };
}

/** One row per proposition, in the order of the comparison's columns. */
export const comparisonRows = oncePer((comparison: Comparison): readonly ComparisonRow[] =>
  comparison.propositions.map((_, column) => comparisonRowAt(comparison, column)),
);

/**
 * The rows with these verdicts: without them all except UNKNOWN, or of a single party, whose rows are all UNKNOWN, these; and only those on which so
 * many of the parties hold a position.
 */
export function rowsShown(
  comparison: Comparison,
  asked?: readonly Verdict[] | null,
  minimumHolders = 0,
): readonly ComparisonRow[] {
  const usual: readonly Verdict[] =
    comparison.parties.length === 1 ? ['UNKNOWN'] : ['AGREE', 'DIVIDED', 'NEUTRAL', 'MIXED'];
  const shown = asked ?? usual;
  return comparisonRows(comparison).filter(
    ({ verdict, cells }) =>
      shown.includes(verdict) && (minimumHolders === 0 || cells.filter(isHeld).length >= minimumHolders),
  );
}

/** Rows of one comparison by the key of their (first) issue, those without one last, then by the key of the proposition. */
export function byIssue<Row extends Pick<ComparisonRow, 'comparison' | 'proposition'>>(rows: readonly Row[]): Row[] {
  const [first] = rows;
  return first === undefined ? [] : inIssueOrder(rows, first.comparison.snapshot, first.comparison.scope.asKnownAt);
}

/** Since when the present verdict has held; null when it is UNKNOWN. */
export const sinceOf = oncePer(({ comparison, proposition }: ComparisonRow): Since | null => {
  const { snapshot, scope, selection } = comparison;
  const point = { day: scope.asOf, revision: scope.asKnownAt };
  const derived = derivedPositions(comparison, proposition);
  return since(snapshot.stances, proposition.ordinal, selection.parties, point, selection.keep, derived);
});

/** Largest difference between two positions, 0 to 2; null when fewer than two are held. */
export const spreadIn = ({ cells }: ComparisonRow): number | null => spreadOf(cells);

/** The lowest confidence among the stances of a row, and those that positions of blocs were derived from; null when there is none. */
export function confidenceOf({ comparison, column, cells }: ComparisonRow): (typeof confidences)[number] | null {
  const { traits } = comparison.snapshot.stances;
  const held =
    comparison.blocs === null
      ? Array.from(stanceRowsIn(comparison, column)).filter((stanceRow) => stanceRow !== NONE)
      : Array.from(cells.keys()).flatMap((row) =>
          isHeld(cells[row] as number) ? stanceRowsBehind(comparison, column, row) : [],
        );
  return held.length === 0
    ? null
    : (confidences[Math.min(...held.map((stanceRow) => confidenceIn(traits[stanceRow] as number)))] ?? null);
}

/** A comparison within one issue, and how many of its propositions have which verdict. */
export interface IssueComparison {
  readonly issue: Issue;
  readonly comparison: Comparison;
  readonly verdicts: Readonly<Record<Verdict, number>>;
}

/** The comparison broken down by issue, in the order of their keys; a proposition about several issues counts in each of them. */
export function issueComparisons(comparison: Comparison): IssueComparison[] {
  const { snapshot, parties, scope, policy, propositions } = comparison;
  const issues = new Set(propositions.flatMap((ordinal) => issuesOf(snapshot, ordinal, scope.asKnownAt)));
  const wanted = [...issues].filter((issue) => scope.issues?.includes(issue) ?? true);
  return wanted
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map((issue) => {
      const within = compare(snapshot, parties, { ...scope, issues: [issue] }, policy);
      return { issue, comparison: within, verdicts: countVerdicts(within) };
    });
}

function countVerdicts(comparison: Comparison): Record<Verdict, number> {
  const counts = Object.fromEntries(Object.keys(verdicts).map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const { verdict } of comparisonRows(comparison)) counts[verdict]++;
  return counts;
}
