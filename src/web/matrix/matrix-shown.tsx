import { useMemo } from 'preact/hooks';
import type { Measure } from '../generated/graphql.ts';
import { chartTexts } from '../texts/en-charts.ts';
import { HeatMap } from './heat-map/heat-map.tsx';
import { ZoomButtons } from './heat-map/zoom-buttons.tsx';
import { Legend } from './legend/legend.tsx';
import type { OrderedMatrix } from './ordered-matrix.ts';
import type { Asked } from './question.ts';

interface Props extends Asked {
  readonly matrix: OrderedMatrix;
  readonly measure: Measure;
  /** The address of the comparison of two parties. */
  readonly hrefOf: (one: string, other: string) => string;
}

/** A matrix as a heat map, with its scale. */
export function MatrixShown({ matrix, measure, hrefOf, question, ask }: Props) {
  const { bands, values } = matrix;
  const unknown = useMemo(() => countUnknown(values), [values]);
  return (
    <>
      <div class="matrix-head">
        <Legend measure={measure} unknown={chartTexts.unknownPairs(unknown)}>
          {bands.length > 0 && (
            <p class="legend-unknown">
              <span class="swatch framed" aria-hidden="true" /> {chartTexts.bands(bands.map(({ size }) => size))}
            </p>
          )}
        </Legend>
        <ZoomButtons question={question} ask={ask} />
      </div>
      <HeatMap matrix={matrix} measure={measure} minimum={question.minimum} zoom={question.zoom} hrefOf={hrefOf} />
    </>
  );
}

/** The number of pairs without a value. */
function countUnknown(values: OrderedMatrix['values']): number {
  let unknown = 0;
  for (const [row, line] of values.entries()) {
    for (let column = 0; column < row; column++) if (line[column] === null) unknown++;
  }
  return unknown;
}
