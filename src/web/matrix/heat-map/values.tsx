import type { Measure } from '../../generated/graphql.ts';
import { valueInWords } from '../../words/measures.ts';
import { isStrong, placeOn } from '../colour/scale.ts';
import type { OrderedMatrix } from '../ordered-matrix.ts';

/** The numbers in the cells, where there is room for them. */
export function Values({ matrix, measure }: { readonly matrix: OrderedMatrix; readonly measure: Measure }) {
  return (
    <div class="cell-values">
      {matrix.values.flatMap((line, row) =>
        line.map((value, column) =>
          value === null || row === column ? null : (
            <span
              key={`${row}-${column}`}
              class={isStrong(placeOn(measure, value)) ? 'on-strong' : undefined}
              style={{ '--row': row, '--column': column }}
            >
              {valueInWords(value, 2)}
            </span>
          ),
        ),
      )}
    </div>
  );
}
