import type { Verdict } from '../../generated/graphql.ts';
import { count as counted } from '../../texts/intl.ts';
import { verdictSigns, verdicts, verdictWords } from '../../words/verdicts.ts';

const mostSquares = 12;

interface Props {
  readonly counts: readonly { readonly verdict: Verdict; readonly count: number }[];
}

/** A square for every proposition by its verdict; a bar where there are many. */
export function Squares({ counts }: Props) {
  const all = verdicts.flatMap((verdict) => {
    const number = counts.find((one) => one.verdict === verdict)?.count ?? 0;
    return number === 0 ? [] : [{ verdict, number }];
  });
  const total = all.reduce((sum, { number }) => sum + number, 0);
  const inWords = all
    .map(({ verdict, number }) => `${counted(number)} ${verdictWords[verdict].word.toLowerCase()}`)
    .join(', ');
  return (
    <span class="squares">
      <span class="unseen">{inWords}</span>
      {total > mostSquares ? (
        <span class="small-bar" aria-hidden="true" title={inWords}>
          {all.map(({ verdict, number }) => (
            <i key={verdict} class={`verdict-${verdict.toLowerCase()}`} style={{ flexGrow: number }} />
          ))}
        </span>
      ) : (
        <span aria-hidden="true" title={inWords}>
          {all.flatMap(({ verdict, number }) =>
            Array.from({ length: number }, (_, index) => (
              <i key={`${verdict}${index}`} class={`square verdict-${verdict.toLowerCase()}`}>
                {verdictSigns[verdict]}
              </i>
            )),
          )}
        </span>
      )}
    </span>
  );
}
