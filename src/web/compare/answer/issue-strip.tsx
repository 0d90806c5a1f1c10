import { texts } from '../../texts/texts.ts';
import type { Asked } from '../ask.ts';
import type { Compared } from '../compared.ts';
import { Squares } from './squares.tsx';

interface Props extends Asked {
  readonly issues: Compared['issues'];
}

/** The verdicts issue by issue at a glance; each restricts the question to its issue. */
export function IssueStrip({ issues, question, ask }: Props) {
  if (issues.length < 2 && question.issues === null) return null;
  const only = question.issues?.length === 1 ? question.issues[0] : null;
  return (
    <ul class="issue-strip" aria-label={texts.compare.issueList}>
      {issues.map(({ issue, verdicts }) => {
        const number = (...wanted: readonly string[]) =>
          verdicts.reduce((sum, { verdict, count }) => (wanted.includes(verdict) ? sum + count : sum), 0);
        const known = number('AGREE', 'DIVIDED', 'MIXED', 'NEUTRAL');
        return (
          <li key={issue.key}>
            <button
              type="button"
              aria-pressed={only === issue.key}
              onClick={() => ask({ issues: only === issue.key ? null : [issue.key] })}
            >
              <span class="issue-name">{issue.name}</span>
              <span class="issue-count">{texts.compare.onIssue(number('AGREE'), known)}</span>
              <Squares counts={verdicts} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
