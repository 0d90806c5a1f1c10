import { type Verdict, verdicts } from '#agreement/verdict.ts';
import type { Issue } from '#snapshot/catalogue.ts';
import { type Comparison, compare } from './comparison.ts';
import { comparisonRows } from './comparison-rows.ts';
import { issuesOf } from './issues-of.ts';

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
