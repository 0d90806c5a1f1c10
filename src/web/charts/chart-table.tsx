import { useState } from 'preact/hooks';
import { chartTexts } from '../texts/en-charts.ts';
import type { Table } from './table.ts';

interface Props<Row> {
  readonly title: string;
  readonly table: Table<Row>;
}

/** The same as a chart, in words and numbers; rendered when it is unfolded, for it may be long. */
export function ChartTable<Row>({ title, table: { rows, columns } }: Props<Row>) {
  const [isOpen, open] = useState(false);
  const shown = columns.filter(({ label }) => label !== null);
  return (
    <details class="chart-fold" onToggle={({ currentTarget }) => open(currentTarget.open)}>
      <summary>{chartTexts.table}</summary>
      {isOpen && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
        <section class="chart-table-frame" tabIndex={0} aria-label={chartTexts.tableOf(title)}>
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
        </section>
      )}
    </details>
  );
}
