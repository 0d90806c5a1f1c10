import type { Asked } from '../question.ts';

const zooms = [1, 2, 3, 4, 6, 8] as const;

/** Zooms the map, which scrolls if it does not fit. */
export function ZoomButtons({ question, ask }: Asked) {
  const { zoom } = question;
  const larger = zooms.find((one) => one > zoom);
  const smaller = zooms.findLast((one) => one < zoom);
  const to = (next: number | undefined) => next !== undefined && ask({ zoom: next }, 'replace');
  return (
    <fieldset class="zoom">
      <legend class="unseen">Size of the map</legend>
      <button type="button" disabled={smaller === undefined} aria-label="Smaller" onClick={() => to(smaller)}>
        −
      </button>
      <span>{zoom === 1 ? 'fits' : `${zoom} ×`}</span>
      <button type="button" disabled={larger === undefined} aria-label="Larger" onClick={() => to(larger)}>
        +
      </button>
    </fieldset>
  );
}
