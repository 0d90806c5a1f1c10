import type { Chart } from './chart.ts';
import type { ChartName } from './names.ts';

/** Loads a chart, with its styles, when it is first shown. */
export const charts: Readonly<Record<ChartName, () => Promise<Chart>>> = {
  compare: () => import('../compare/compare-chart.tsx').then(({ CompareChart }) => CompareChart),
  matrix: () => import('../matrix/matrix-chart.tsx').then(({ MatrixChart }) => MatrixChart),
  trend: () => import('../trend/trend-chart.tsx').then(({ TrendChart }) => TrendChart),
  world: () => import('../world/world-chart.tsx').then(({ WorldChart }) => WorldChart),
  map: () => import('../party-map/party-map-chart.tsx').then(({ PartyMapChart }) => PartyMapChart),
  groups: () => import('../groups/groups-chart.tsx').then(({ GroupsChart }) => GroupsChart),
  coverage: () => import('../coverage/coverage-chart.tsx').then(({ CoverageChart }) => CoverageChart),
};
