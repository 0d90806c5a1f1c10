import type { Asked } from '../ask.ts';
import type { Compared } from '../compared.ts';
import { countsOf } from '../counted.ts';
import { IssueStrip } from './issue-strip.tsx';
import { AgreementNumber } from './number.tsx';
import { VerdictBar } from './verdict-bar.tsx';
import './answer.css';

/** The answer as a picture: how many propositions have which verdict, over all and by issue, the number, and what to know beside it. */
export function Answer({ comparison, question, ask }: Asked & { readonly comparison: Compared }) {
  const { parties, agreement, issues } = comparison;
  if (parties.length < 2) return null;
  return (
    <div class="answer">
      <VerdictBar counts={countsOf(comparison)} />
      <div class="beside">
        <AgreementNumber agreement={agreement} question={question} ask={ask} />
        {agreement.warnings.map(({ code, message }) => (
          <p key={code} class="warning">
            {message}
          </p>
        ))}
      </div>
      <IssueStrip issues={issues} question={question} ask={ask} />
    </div>
  );
}
