import { Fold } from '../frame/fold.tsx';
import { chartTexts } from '../texts/en-charts.ts';
import { ScrolledFrame } from './scrolled-frame.tsx';
import type { Table } from './table.ts';

interface Props<Row> {
  readonly title: string;
  readonly table: Table<Row>;
}

/** The same as a chart, in words and numbers. */
export function ChartTable<Row>({ title, table: { rows, columns } }: Props<Row>) {
  const shown = columns.filter(({ label }) => label !== null);
  return (
    <Fold class="chart-fold" summary={chartTexts.table}>
      {() => (
        <ScrolledFrame class="chart-table-frame" label={chartTexts.tableOf(title)}>
          <table class="chart-table">
            <caption class="unseen">{title}</caption>
            <thead>
              <tr>
                {shown.map(({ name, label, isNumber }) => (
                  <th key={name} scope="col" class={isNumber ? 'number' : undefined}>
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <tr key={index}>
                  {shown.map(({ name, isNumber, value, shown: show = value }, column) =>
                    column === 0 ? (
                      <th key={name} scope="row">
                        {show(row)}
                      </th>
                    ) : (
                      <td key={name} class={isNumber ? 'number' : undefined}>
                        {show(row)}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrolledFrame>
      )}
    </Fold>
  );
}
