import { readScope, scopeParameters } from '../scope/asked-scope.ts';
import { chartTexts } from '../texts/en-charts.ts';
import { chartAddress } from './chart-address.ts';
import './chart-tabs.css';

/** The pictures of the whole ledger, in the order of their links. */
const whole = ['world', 'map', 'groups', 'matrix', 'coverage'] as const;

export type WholeChart = (typeof whole)[number];

export const isWhole = (name: string): name is WholeChart => (whole as readonly string[]).includes(name);

interface Props {
  readonly name: WholeChart;
  readonly parameters: URLSearchParams;
}

/** Links from one picture of the whole ledger to the others, in the same scope. */
export function ChartTabs({ name, parameters }: Props) {
  const scope = scopeParameters(readScope(parameters));
  return (
    <nav class="chart-tabs" aria-label={chartTexts.tabsOf}>
      {whole.map((one) => (
        <a key={one} href={chartAddress(one, scope)} aria-current={one === name ? 'page' : undefined}>
          {chartTexts.tabs[one]}
        </a>
      ))}
    </nav>
  );
}
