import type { RowFragment, Verdict } from '../../generated/graphql.ts';
import { verdicts } from '../../words/verdicts.ts';

interface Issue {
  readonly key: string;
  readonly name: string;
}

/** Rows of one verdict; those on which the parties agree are divided further by issue. */
export interface RowGroup {
  readonly verdict: Verdict;
  readonly issue: Issue | null;
  readonly rows: readonly RowFragment[];
}

/** The issue under which a row is listed: the first of its issues in scope. */
export const issueOf = (row: RowFragment, asked: readonly string[] | null): Issue | undefined =>
  row.proposition.issues.find(({ key }) => asked === null || asked.includes(key));

/** The rows in the order in which they are shown: what differs first, then where they agree, issue by issue. */
export function groupedRows(rows: readonly RowFragment[], asked: readonly string[] | null): readonly RowGroup[] {
  const byVerdict = Map.groupBy(rows, ({ verdict }) => verdict);
  return verdicts.flatMap((verdict): readonly RowGroup[] => {
    const some = byVerdict.get(verdict) ?? [];
    if (some.length === 0) return [];
    if (verdict !== 'AGREE' && verdict !== 'UNKNOWN') return [{ verdict, issue: null, rows: some }];
    const byIssue = Map.groupBy(some, (row) => issueOf(row, asked)?.key ?? '');
    return [...byIssue]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, ofIssue]) => ({
        verdict,
        issue: (ofIssue[0] && issueOf(ofIssue[0], asked)) ?? null,
        rows: ofIssue,
      }));
  });
}

/** How the shown rows are distributed over verdicts, for the picture of a group. */
export const countsIn = (rows: readonly RowFragment[]) =>
  verdicts.map((verdict) => ({ verdict, count: rows.filter((row) => row.verdict === verdict).length }));
