import type { ComponentChildren } from 'preact';
import type { Measure } from '../../generated/graphql.ts';
import { matrixTexts } from '../../texts/en-matrix.ts';
import { leastOf, measureWords, valueInWords } from '../../words/measures.ts';
import { colourAt, hexOf } from '../colour/scale.ts';
import './legend.css';

interface Props {
  readonly measure: Measure;
  /** What the pattern for unknown means here: "Not known: no number for 12 of the pairs". */
  readonly unknown: string;
  /** What else the picture shows. */
  readonly children?: ComponentChildren;
}

const words = matrixTexts.legend;

/** The meaning of the colours of a measure: its scale, and the pattern for unknown. */
export function Legend({ measure, unknown, children }: Props) {
  const { name, meaning } = measureWords[measure];
  const least = leastOf(measure);
  const isCut = measure === 'WEIGHTED_KAPPA' || measure === 'WEIGHTED_PI' || measure === 'ALPHA';
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((fraction) => least + fraction * (1 - least));
  return (
    <figure class="scale-legend">
      <figcaption>
        <strong>{name}</strong>: {meaning}
      </figcaption>
      <div class="scale-bar" aria-hidden="true" style={{ '--scale': scaleStops }} />
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
        <span class="swatch hatched" aria-hidden="true" /> {unknown}
      </p>
      {children}
    </figure>
  );
}

/** The scale from its lowest value to its highest, as stops of a gradient in both schemes. */
const scaleStops = Array.from({ length: 17 }, (_, step) => {
  const [light, dark] = [hexOf(colourAt(step / 16, 'light')), hexOf(colourAt(step / 16, 'dark'))];
  return `light-dark(${light}, ${dark})`;
}).join(', ');
