import { matrixTexts } from '../../texts/en-matrix.ts';
import type { Asked } from '../question.ts';

const words = matrixTexts.map;
const zooms = [1, 2, 3, 4, 6, 8] as const;

/** Zooms the map, which scrolls if it does not fit. */
export function ZoomButtons({ question, ask }: Asked) {
  const { zoom } = question;
  const larger = zooms.find((one) => one > zoom);
  const smaller = zooms.findLast((one) => one < zoom);
  const to = (next: number | undefined) => next !== undefined && ask({ zoom: next }, 'replace');
  return (
    <fieldset class="zoom">
      <legend class="unseen">{words.size}</legend>
      <button type="button" disabled={smaller === undefined} aria-label={words.smaller} onClick={() => to(smaller)}>
        −
      </button>
      <span>{zoom === 1 ? words.fits : words.zoom(zoom)}</span>
      <button type="button" disabled={larger === undefined} aria-label={words.larger} onClick={() => to(larger)}>
        +
      </button>
    </fieldset>
  );
}
