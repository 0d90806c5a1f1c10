import { valueInWords } from '../../words/measures.ts';
import { verdicts, verdictWords } from '../../words/verdicts.ts';
import type { Asked } from '../ask.ts';
import type { Compared } from '../compared.ts';

interface Props extends Asked {
  readonly issues: Compared['issues'];
}

/** The agreement on each issue, with a square for every proposition. */
export function IssueList({ issues, question, ask }: Props) {
  if (issues.length === 0) return null;
  return (
    <section class="issues" aria-labelledby="issues">
      <h2 id="issues">Issue by issue</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Issue</th>
            <th scope="col">Verdicts</th>
            <th scope="col" class="number">
              Value
            </th>
            <th scope="col" class="number">
              n
            </th>
          </tr>
        </thead>
        <tbody>
          {issues.map(({ issue, agreement, verdicts: counts }) => (
            <tr key={issue.key}>
              <th scope="row">
                <button
                  type="button"
                  class="link"
                  aria-pressed={question.issues?.length === 1 && question.issues[0] === issue.key}
                  onClick={() => ask({ issues: [issue.key] })}
                >
                  {issue.name}
                </button>
              </th>
              <td>
                <Squares counts={counts} />
              </td>
              <td class="number">{valueInWords(agreement.value, 2)}</td>
              <td class="number">{agreement.sharedPropositions}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const mostSquares = 24;

function Squares({ counts }: { readonly counts: Compared['issues'][number]['verdicts'] }) {
  const all = verdicts.flatMap((verdict) => {
    const count = counts.find((one) => one.verdict === verdict)?.count ?? 0;
    return count === 0 ? [] : [{ verdict, count }];
  });
  const total = all.reduce((sum, { count }) => sum + count, 0);
  const inWords = all.map(({ verdict, count }) => `${count} ${verdictWords[verdict].word.toLowerCase()}`).join(', ');
  return (
    <span class="squares">
      <span class="unseen">{inWords}</span>
      <span aria-hidden="true" title={inWords}>
        {total > mostSquares
          ? inWords
          : all.flatMap(({ verdict, count }) =>
              Array.from({ length: count }, (_, index) => (
                <i key={`${verdict}${index}`} class={`square verdict-${verdict.toLowerCase()}`}>
                  {verdictWords[verdict].sign}
                </i>
              )),
            )}
      </span>
    </span>
  );
}
