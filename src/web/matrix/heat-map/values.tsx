import type { Measure } from '../../generated/graphql.ts';
import { shareInWords } from '../../words/measures.ts';
import { inkOn, scaleFraction } from '../colour/scale.ts';
import type { OrderedMatrix } from '../ordered-matrix.ts';

/** The numbers in the cells, if there is room for them. */
export function Values({ matrix, measure }: { readonly matrix: OrderedMatrix; readonly measure: Measure }) {
  return (
    <div class="cell-values">
      {matrix.values.flatMap((line, row) =>
        line.map((value, column) => {
          if (value === null || row === column) return null;
          const fraction = scaleFraction(measure, value);
          const ink = { '--on-light': inkOn(fraction, 'light'), '--on-dark': inkOn(fraction, 'dark') };
          return (
            <span key={`${row}-${column}`} style={{ '--row': row, '--column': column, ...ink }}>
              {shareInWords(measure, value)}
            </span>
          );
        }),
      )}
    </div>
  );
}
