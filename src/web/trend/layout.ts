import { scaleLinear } from 'd3-scale';
import type { Measure, SeriesPeriod } from '../generated/graphql.ts';
import { trendTexts } from '../texts/en-trend.ts';
import { dateOfDay, dayNumber } from '../words/dates.ts';
import { leastOf, shareInWords } from '../words/measures.ts';
import { type Line, periodsOf } from './line.ts';

/** Where everything of a trend is, in pixels. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** How many letters of the names of the lines have room at their ends; 0: none have. */
  readonly labelLetters: number;
  /** Whether the points are too near to each other to be marked one by one. */
  readonly isDense: boolean;
  readonly x: (day: number) => number;
  readonly y: (value: number) => number;
  readonly years: readonly { readonly year: number; readonly x: number }[];
  readonly values: readonly number[];
  /** What the turning points of the only line are called, above it; none of several lines. */
  readonly turns: readonly TurnLabel[];
}

/** A turning point in words, where it has room: in a row from the top. */
export interface TurnLabel {
  readonly text: string;
  readonly x: number;
  readonly anchor: 'start' | 'end';
  readonly row: number;
}

const narrow = 560;
const letter = 6.5;
const leastStep = 7;
const yearWidth = 64;
const turnRow = 14;
const turnLetter = 6.2;

/** The layout of lines in a picture of a width. */
export function layoutOf(lines: readonly Line[], measure: Measure, by: SeriesPeriod, width: number): Layout {
  const isNarrow = width < narrow;
  const labelWidth = isNarrow || lines.length < 2 ? 0 : Math.min(280, width * 0.24);
  const [left, right] = [isNarrow ? 42 : 46, width - Math.max(14, labelWidth)];
  const periods = periodsOf(lines);
  const first = dayNumber(periods.at(0)?.from ?? '2000-01-01');
  const last = dayNumber(periods.at(-1)?.until ?? '2001-01-01');
  const x = scaleLinear([first, last], [left, right]);
  const turns = lines.length === 1 && lines[0] !== undefined ? turnLabels(lines[0], measure, by, x, right) : [];
  const rows = Math.max(0, ...turns.map(({ row }) => row + 1));
  const height = (isNarrow ? 250 : 330) + rows * turnRow;
  const [top, bottom] = [12 + rows * turnRow, height - 44];
  const y = scaleLinear([leastOf(measure), 1], [bottom, top]);
  const yearOf = (day: number) => Number(dateOfDay(day).slice(0, 4));
  const startOf = (year: number) => dayNumber(`${String(year).padStart(4, '0')}-01-01`);
  const years = scaleLinear([yearOf(first), yearOf(last - 1) + 1], [left, right])
    .ticks(Math.max(2, Math.floor((right - left) / yearWidth)))
    .filter((year) => Number.isInteger(year))
    .map((year) => ({ year, x: x(startOf(year)) }))
    .filter((tick) => tick.x >= left - 1 && tick.x <= right + 1);
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    isDense: (right - left) / Math.max(1, periods.length) < leastStep,
    labelLetters: Math.max(0, Math.floor((labelWidth - 52) / letter)),
    x,
    y,
    years,
    values: y.ticks(isNarrow ? 3 : 5),
    turns,
  };
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

/** The turning points of a line in words, each in the first row in which it does not lie on another. */
function turnLabels(
  line: Line,
  measure: Measure,
  by: SeriesPeriod,
  x: (day: number) => number,
  right: number,
): readonly TurnLabel[] {
  const ends: number[] = [];
  return line.turns.flatMap(({ date, point, levelBefore, levelAfter }) => {
    const turned = line.points.find(({ from, label }) => from === date && label === point.label);
    if (turned === undefined) return [];
    const text = `${trendTexts.period(by, point.label)}: ${shareInWords(measure, levelBefore)} → ${shareInWords(measure, levelAfter)}`;
    const at = x(turned.middle);
    const width = text.length * turnLetter;
    const isLate = at + width > right;
    const from = isLate ? at - width : at;
    const free = ends.findIndex((end) => end + 8 < from);
    const row = free === -1 ? ends.length : free;
    ends[row] = from + width;
    return [{ text, x: at, anchor: isLate ? ('end' as const) : ('start' as const), row }];
  });
}

/** The height of the baseline of a row of turning points. */
export const turnBaseline = (row: number): number => 10 + row * turnRow;
