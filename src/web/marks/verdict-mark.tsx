import type { Side, Verdict } from '../generated/graphql.ts';
import { sideInWords, verdictWords } from '../words/verdicts.ts';
import './marks.css';

/** A verdict in colour, sign and word, with the side that those who agree are on. */
export function VerdictMark({ verdict, side = null }: { readonly verdict: Verdict; readonly side?: Side | null }) {
  const { word, sign } = verdictWords[verdict];
  return (
    <span class={`verdict verdict-${verdict.toLowerCase()}`}>
      <span class="sign" aria-hidden="true">
        {sign}
      </span>
      {word}
      {side !== null && <span class="side"> {sideInWords(side)}</span>}
    </span>
  );
}
