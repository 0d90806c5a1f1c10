import { type Standing, standingWords } from '../words/positions.ts';
import './marks.css';

/** A position in colour, symbol and word; unknown has no colour but a hatched background with a dotted edge. */
export function PositionMark({ standing }: { readonly standing: Standing }) {
  const { verb, sign } = standingWords[standing];
  return (
    <span class={`position ${standing.toLowerCase().replace('_', '-')}`}>
      <span class="sign" aria-hidden="true">
        {sign}
      </span>
      {verb}
    </span>
  );
}
