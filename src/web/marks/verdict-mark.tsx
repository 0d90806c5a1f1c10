import type { Side, Verdict } from '../generated/graphql.ts';
import { sideInWords, verdictSigns, verdictWords } from '../words/verdicts.ts';
import './marks.css';

/** A verdict in colour, symbol and word, with the side for `AGREE`. */
export function VerdictMark({ verdict, side = null }: { readonly verdict: Verdict; readonly side?: Side | null }) {
  const { word } = verdictWords[verdict];
  return (
    <span class={`verdict verdict-${verdict.toLowerCase()}`}>
      <span class="sign" aria-hidden="true">
        {verdictSigns[verdict]}
      </span>
      {word}
      {side !== null && <span class="side"> {sideInWords(side)}</span>}
    </span>
  );
}
