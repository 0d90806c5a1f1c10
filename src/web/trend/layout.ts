import { scaleLinear } from 'd3-scale';
import type { Measure } from '../generated/graphql.ts';
import { dateOfDay, dayNumber } from '../words/dates.ts';
import { leastOf } from '../words/measures.ts';
import { type Line, periodsOf } from './line.ts';

/** Where everything of a trend is, in pixels. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Whether there is room for the names of the lines at their ends. */
  readonly hasLabels: boolean;
  readonly x: (day: number) => number;
  readonly y: (value: number) => number;
  readonly years: readonly { readonly year: number; readonly x: number }[];
  readonly values: readonly number[];
}

const narrow = 560;
const labelWidth = 190;
const yearWidth = 64;

/** The layout of lines in a picture of a width. */
export function layoutOf(lines: readonly Line[], measure: Measure, width: number): Layout {
  const isNarrow = width < narrow;
  const hasLabels = !isNarrow && lines.length > 1;
  const height = isNarrow ? 260 : 340;
  const [left, right] = [isNarrow ? 38 : 46, width - (hasLabels ? labelWidth : 14)];
  const [top, bottom] = [14, height - 44];
  const periods = periodsOf(lines);
  const first = dayNumber(periods.at(0)?.from ?? '2000-01-01');
  const last = dayNumber(periods.at(-1)?.until ?? '2001-01-01');
  const x = scaleLinear([first, last], [left, right]);
  const y = scaleLinear([leastOf(measure), 1], [bottom, top]);
  const yearOf = (day: number) => Number(dateOfDay(day).slice(0, 4));
  const startOf = (year: number) => dayNumber(`${String(year).padStart(4, '0')}-01-01`);
  const years = scaleLinear([yearOf(first), yearOf(last - 1) + 1], [left, right])
    .ticks(Math.max(2, Math.floor((right - left) / yearWidth)))
    .filter((year) => Number.isInteger(year))
    .map((year) => ({ year, x: x(startOf(year)) }))
    .filter((tick) => tick.x >= left - 1 && tick.x <= right + 1);
  return { width, height, left, right, top, bottom, hasLabels, x, y, years, values: y.ticks(isNarrow ? 3 : 5) };
}

/** Heights at which labels do not lie on each other: as near to where they belong as there is room, in the order of their values. */
export function apart(heights: readonly number[], distance: number, top: number, bottom: number): readonly number[] {
  const order = heights.map((_, index) => index).sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0));
  const placed = [...heights];
  let least = top;
  for (const index of order) {
    placed[index] = Math.max(placed[index] ?? 0, least);
    least = (placed[index] ?? 0) + distance;
  }
  let most = bottom;
  for (const index of order.toReversed()) {
    placed[index] = Math.min(placed[index] ?? 0, most);
    most = (placed[index] ?? 0) - distance;
  }
  return placed;
}
