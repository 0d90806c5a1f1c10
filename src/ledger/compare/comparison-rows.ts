import { NONE, selectParties } from '#agreement/in-force.ts';
import type { Side } from '#agreement/position.ts';
import { since } from '#agreement/since.ts';
import { columnOf } from '#agreement/stance-matrix.ts';
import { spreadOf, type Verdict, verdictOf } from '#agreement/verdict.ts';
import { confidences } from '../snapshot/closed-sets.ts';
import { type Proposition, rowAt } from '../snapshot/snapshot.ts';
import type { Comparison } from './comparison.ts';
import { issuesOf } from './issues-of.ts';
import { oncePer } from './once-per.ts';
import { stanceFits } from './stance-fits.ts';

/** One proposition over the parties of a comparison. */
export interface ComparisonRow {
  readonly comparison: Comparison;
  readonly column: number;
  readonly proposition: Proposition;
  readonly verdict: Verdict;
  readonly side: Side | null;
  /** Largest difference between two positions, 0 to 2; null when fewer than two are held. */
  readonly spread: number | null;
  /** In half steps, ABSENT or UNKNOWN, in the order of the parties. */
  readonly cells: Int8Array;
}

/** Rows by the key of their (first) issue, those without one last, then by the key of the proposition. */
export const comparisonRows = oncePer((comparison: Comparison): readonly ComparisonRow[] => {
  const { snapshot, propositions, matrix, scope } = comparison;
  const issueKey = (ordinal: number) => issuesOf(snapshot, ordinal, scope.asKnownAt)[0]?.key ?? '~';
  return propositions
    .map((ordinal, column) => {
      const proposition = rowAt(snapshot.propositions, ordinal);
      const cells = columnOf(matrix, column);
      const row = { comparison, column, proposition, ...verdictOf(cells), spread: spreadOf(cells), cells };
      return { row, order: `${issueKey(ordinal)} ${proposition.key}` };
    })
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ row }) => row);
});

/** First day of the unbroken present verdict; null when it is UNKNOWN. */
export function sinceOf({ comparison, proposition }: ComparisonRow): number | null {
  const { snapshot, parties, scope } = comparison;
  const selection = selectParties(
    parties.map(({ ordinal }) => ordinal),
    snapshot.parties.list.length,
  );
  const point = { day: scope.asOf, revision: scope.asKnownAt };
  return since(snapshot.stances, proposition.ordinal, selection, point, stanceFits(snapshot, scope));
}

/** Place in the columns of the stance of each party, in their order; null where there is none. */
export function placesOf({ comparison: { matrix }, column }: ComparisonRow): (number | null)[] {
  return Array.from({ length: matrix.rows }, (_, row) => {
    const place = matrix.places[row * matrix.columns + column] as number;
    return place === NONE ? null : place;
  });
}

/** The lowest confidence among the stances of a row; null when there is none. */
export function confidenceOf(row: ComparisonRow): (typeof confidences)[number] | null {
  const { confidence } = row.comparison.snapshot.stances;
  const held = placesOf(row).flatMap((place) => (place === null ? [] : [confidence[place] as number]));
  return held.length === 0 ? null : (confidences[Math.min(...held)] ?? null);
}
