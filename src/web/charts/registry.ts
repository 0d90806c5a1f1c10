import type { Chart } from './chart.ts';
import type { ChartName } from './names.ts';

/** Loads a chart, with its styles, when it is first shown. */
export const charts: Readonly<Record<ChartName, () => Promise<Chart>>> = {
  trend: () => import('../trend/trend-chart.tsx').then(({ TrendChart }) => TrendChart),
};
