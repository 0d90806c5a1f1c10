/** The charts, by the names that their addresses have: `/chart/trend`, `/embed/trend`. The server has the same list in src/server/page/charts.ts. */
export const chartNames = ['trend', 'world', 'map', 'groups', 'coverage'] as const;

export type ChartName = (typeof chartNames)[number];

export const isChartName = (name: string): name is ChartName => (chartNames as readonly string[]).includes(name);
