import type { Address } from '../address/address.ts';
import { navigate } from '../address/navigate.ts';
import { presentAddress } from '../address/present-address.ts';
import { Nowhere } from '../states/nowhere.tsx';
import { changedParameters, chartAddress } from './chart-address.ts';
import { ChartAt } from './chart-at.tsx';
import { ChartTabs, isWhole } from './chart-tabs.tsx';
import { isChartName } from './names.ts';

/** A chart alone, with all that it shows in its address. */
export function ChartView({ address: { key, parameters } }: { readonly address: Address }) {
  if (!isChartName(key)) return <Nowhere />;
  return (
    <article class="chart-view">
      {isWhole(key) && <ChartTabs name={key} parameters={parameters} />}
      <ChartAt
        key={key}
        name={key}
        place="page"
        parameters={parameters}
        change={(given, how) => {
          const changed = changedParameters(presentAddress().parameters, given);
          navigate(chartAddress(key, Object.fromEntries(changed)), how);
        }}
      />
    </article>
  );
}
