import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Measure } from '../../generated/graphql.ts';
import { matrixTexts } from '../../texts/en-matrix.ts';
import { leastOf, measureWords, valueInWords } from '../../words/measures.ts';
import { paintScale } from '../colour/paint-scale.ts';
import type { Scheme } from '../colour/scale.ts';
import './legend.css';

const words = matrixTexts.legend;

/** The meaning of the colours of a matrix: the scale of its measure, and the pattern for unknown. */
export function Legend({ measure, unknown }: { readonly measure: Measure; readonly unknown: number }) {
  const { name, meaning } = measureWords[measure];
  const least = leastOf(measure);
  const isCut = measure === 'WEIGHTED_KAPPA' || measure === 'WEIGHTED_PI' || measure === 'ALPHA';
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((fraction) => least + fraction * (1 - least));
  return (
    <figure class="scale-legend">
      <figcaption>
        <strong>{name}</strong>: {meaning}
      </figcaption>
      <div class="scale-bar" aria-hidden="true">
        <ScaleBar scheme="light" />
        <ScaleBar scheme="dark" />
      </div>
      <ol class="ticks" aria-label={words.label}>
        {ticks.map((value, index) => (
          <li key={value}>
            {valueInWords(value, least === 0 && index % 2 === 1 ? 2 : 1)}
            {index === 0 && <span> {isCut ? words.orLess : words.unlike}</span>}
            {index === 2 && least < 0 && <span> {isCut ? words.chance : words.halfWay}</span>}
            {index === 2 && least === 0 && <span> {words.halfWay}</span>}
            {index === 4 && <span> {words.alike}</span>}
          </li>
        ))}
      </ol>
      <p class="legend-unknown">
        <span class="swatch hatched" aria-hidden="true" /> {words.unknown(unknown)}
      </p>
    </figure>
  );
}

function ScaleBar({ scheme }: { readonly scheme: Scheme }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    if (canvas.current !== null) paintScale(canvas.current, scheme);
  }, [scheme]);
  return <canvas ref={canvas} class={`only-${scheme}`} />;
}
