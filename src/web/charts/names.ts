/** The charts, by the names that their addresses have: `/chart/trend`, `/embed/trend`. The server has the same list in src/server/page/charts.ts. */
export const chartNames = ['compare', 'matrix', 'trend', 'world', 'map', 'groups', 'coverage'] as const;

export type ChartName = (typeof chartNames)[number];

export const isChartName = (name: string): name is ChartName => (chartNames as readonly string[]).includes(name);

/** Charts that are views with an address of their own, such as `/matrix`; `/chart/matrix` leads there. */
const ofViews = ['compare', 'matrix'] as const satisfies readonly ChartName[];

export const isOfView = (name: ChartName): name is (typeof ofViews)[number] =>
  (ofViews as readonly ChartName[]).includes(name);
