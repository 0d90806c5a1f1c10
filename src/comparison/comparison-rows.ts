import { NONE } from '#agreement/in-force.ts';
import type { Side } from '#agreement/position.ts';
import { since } from '#agreement/since.ts';
import { columnOf } from '#agreement/stance-matrix.ts';
import { spreadOf, type Verdict, verdictOf } from '#agreement/verdict.ts';
import { type Proposition, rowAt } from '#snapshot/catalogue.ts';
import { confidences } from '#snapshot/closed-sets.ts';
import { oncePer } from '#snapshot/once-per.ts';
import { type Comparison, placesIn } from './comparison.ts';
import { issuesOf } from './issues-of.ts';

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

/** One row per proposition, in the order of the comparison's columns. */
export const comparisonRows = oncePer((comparison: Comparison): readonly ComparisonRow[] => {
  const { snapshot, propositions, matrix } = comparison;
  return propositions.map((ordinal, column) => {
    const cells = columnOf(matrix, column);
    const { verdict, side } = verdictOf(cells);
    return { comparison, column, proposition: rowAt(snapshot.propositions, ordinal), verdict, side, cells };
  });
});

/** Rows by the key of their (first) issue, those without one last, then by the key of the proposition. */
export function byIssue(rows: readonly ComparisonRow[]): ComparisonRow[] {
  const issueKey = ({ comparison: { snapshot, scope }, proposition }: ComparisonRow) =>
    issuesOf(snapshot, proposition.ordinal, scope.asKnownAt)[0]?.key ?? '~';
  return rows
    .map((row) => ({ row, order: `${issueKey(row)} ${row.proposition.key}` }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ row }) => row);
}

/** First day of the unbroken present verdict; null when it is UNKNOWN. */
export function sinceOf({ comparison: { snapshot, scope, selection }, proposition }: ComparisonRow): number | null {
  const point = { day: scope.asOf, revision: scope.asKnownAt };
  return since(snapshot.stances, proposition.ordinal, selection.parties, point, selection.keep);
}

/** Largest difference between two positions, 0 to 2; null when fewer than two are held. */
export const spreadIn = ({ cells }: ComparisonRow): number | null => spreadOf(cells);

/** The lowest confidence among the stances of a row; null when there is none. */
export function confidenceOf({ comparison, column }: ComparisonRow): (typeof confidences)[number] | null {
  const { confidence } = comparison.snapshot.stances;
  const held = Array.from(placesIn(comparison, column)).filter((place) => place !== NONE);
  return held.length === 0
    ? null
    : (confidences[Math.min(...held.map((place) => confidence[place] as number))] ?? null);
}
