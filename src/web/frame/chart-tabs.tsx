import { writeAddress } from '../address/address.ts';
import { type AskedScope, scopeParameters } from '../scope/asked-scope.ts';
import { mapsTexts } from '../texts/en-maps.ts';
import './chart-tabs.css';

/** The views that are pictures of the whole ledger, in the order of their links. */
const charts = ['world', 'map', 'groups', 'matrix', 'coverage'] as const;

export type ChartView = (typeof charts)[number];

interface Props {
  readonly view: ChartView;
  readonly question: AskedScope;
}

/** Links from one picture to the others, in the same scope. */
export function ChartTabs({ view, question }: Props) {
  return (
    <nav class="chart-tabs" aria-label={mapsTexts.charts}>
      {charts.map((name) => (
        <a
          key={name}
          href={writeAddress(`/${name}`, scopeParameters(question))}
          aria-current={name === view ? 'page' : undefined}
        >
          {mapsTexts.tabs[name]}
        </a>
      ))}
    </nav>
  );
}
