import { area, curveLinear, line as lineOf } from 'd3-shape';
import type { Palette } from '../charts/palette.ts';
import type { Measure } from '../generated/graphql.ts';
import { sans } from '../take-away/picture-text.ts';
import { shareInWords } from '../words/measures.ts';
import type { SignedEvent } from './events.ts';
import { apart, type Layout, turnBaseline } from './layout.ts';
import { isFirm, type Line, type Point } from './line.ts';

interface Props {
  readonly lines: readonly Line[];
  readonly events: readonly SignedEvent[];
  readonly measure: Measure;
  readonly layout: Layout;
  readonly palette: Palette;
  /** The middle of the period that is read, as a day number; null: none is. */
  readonly at?: number | null;
  /** The line that stands out; null: all are alike. */
  readonly lit?: string | null;
}

/** Lines after the sixth have its colours again, dashed. */
const dashes = ['', '6 4', '2 4'];

/** The colour and the dash of the line at an index. */
export const strokeOf = (palette: Palette, index: number) => ({
  stroke: palette.series[index % palette.series.length],
  dash: dashes[Math.floor(index / palette.series.length) % dashes.length],
});

type KnownPoint = Point & { readonly value: number };

const known = (point: Point): point is KnownPoint => point.value !== null;

/** A trend as SVG elements: axes, lines with gaps where nothing is known, turning points and joint documents. */
export function TrendDrawing({ lines, events, measure, layout, palette, at = null, lit = null }: Props) {
  const { right, top, bottom, x, y, labelLetters } = layout;
  const [only] = lines;
  // A value on few propositions is no good name for where a line ends.
  const ends = lines.map(({ points }) => points.filter(known).findLast(isFirm) ?? points.findLast(known));
  const heights = apart(
    ends.map((end) => (end === undefined ? bottom : y(end.value))),
    16,
    top + 4,
    bottom,
  );
  return (
    <g font-family={sans} font-size="12">
      <Axes layout={layout} measure={measure} palette={palette} />
      {lines.length === 1 && only !== undefined && <Sureness line={only} layout={layout} palette={palette} />}
      {events.map(({ date, day }) => (
        <path key={date} d={`M${x(day)} ${bottom + 2}l4 7h-8z`} fill={palette.softInk} />
      ))}
      {at !== null && <path d={`M${x(at)} ${top}V${bottom}`} stroke={palette.ink} stroke-width="1" />}
      {lines.map((line, index) => {
        const { stroke, dash } = strokeOf(palette, index);
        const end = ends[index];
        return (
          <g key={line.key} opacity={lit === null || lit === line.key ? 1 : 0.2}>
            <path d={pathOf(line, known, layout)} fill="none" stroke={stroke} stroke-width="0.75" opacity="0.6" />
            <path
              d={pathOf(line, isFirm, layout)}
              fill="none"
              stroke={stroke}
              stroke-width="2"
              stroke-linejoin="round"
              stroke-dasharray={dash || undefined}
            />
            {line.points.map((point, nth) =>
              known(point) ? (
                <Mark
                  key={point.from}
                  x={x(point.middle)}
                  y={y(point.value)}
                  isRead={point.middle === at}
                  isAlone={!line.points[nth - 1]?.shared && !line.points[nth + 1]?.shared}
                  isFew={!isFirm(point)}
                  isDense={layout.isDense}
                  stroke={stroke ?? palette.ink}
                  palette={palette}
                />
              ) : null,
            )}
            <Turns line={line} layout={layout} palette={palette} stroke={stroke ?? palette.ink} />
            {labelLetters > 0 && end !== undefined && (
              <>
                <path
                  d={`M${x(end.middle) + 4} ${y(end.value)}L${right + 8} ${heights[index]}`}
                  stroke={palette.line}
                />
                <text x={right + 12} y={(heights[index] ?? 0) + 4} fill={palette.ink}>
                  <tspan fill={stroke} font-weight="700">
                    {shareInWords(measure, end.value)}
                  </tspan>{' '}
                  {short(line.name, labelLetters)}
                </text>
              </>
            )}
          </g>
        );
      })}
    </g>
  );
}

const short = (name: string, longest: number) =>
  name.length > longest ? `${name.slice(0, longest - 1).trimEnd()}…` : name;

/** The path through the points for which something holds, broken at all others. */
const pathOf = ({ points }: Line, holds: (point: Point) => boolean, { x, y }: Layout): string =>
  lineOf<Point>()
    .defined(holds)
    .x(({ middle }) => x(middle))
    .y(({ value }) => y(value ?? 0))
    .curve(curveLinear)
    .digits(1)(points) ?? '';

/** Where the values of the only line would probably lie. */
function Sureness({ line, layout: { x, y }, palette }: Pick<Props, 'layout' | 'palette'> & { readonly line: Line }) {
  const band = area<Point>()
    .defined(({ value, interval }) => value !== null && interval !== null)
    .x(({ middle }) => x(middle))
    .y0(({ interval }) => y(interval?.low ?? 0))
    .y1(({ interval }) => y(interval?.high ?? 0))
    .digits(1)(line.points);
  return band === null ? null : <path d={band} fill={palette.series[0]} opacity="0.14" />;
}

function Axes({ layout, measure, palette }: Pick<Props, 'layout' | 'measure' | 'palette'>) {
  const { left, right, bottom, y, years, values, height } = layout;
  return (
    <>
      {values.map((value) => (
        <g key={value}>
          <path d={`M${left} ${y(value)}H${right}`} stroke={palette.line} />
          <text x={left - 6} y={y(value) + 4} text-anchor="end" fill={palette.softInk}>
            {shareInWords(measure, value)}
          </text>
        </g>
      ))}
      {years.map(({ year, x }) => (
        <g key={year}>
          <path d={`M${x} ${bottom}v5`} stroke={palette.softInk} />
          <text x={x} y={height - 16} text-anchor="middle" fill={palette.softInk}>
            {year}
          </text>
        </g>
      ))}
    </>
  );
}

interface MarkProps extends Pick<Props, 'palette'> {
  readonly x: number;
  readonly y: number;
  readonly isRead: boolean;
  /** Whether no value is next to it: it is a line of one point. */
  readonly isAlone: boolean;
  readonly isFew: boolean;
  readonly isDense: boolean;
  readonly stroke: string;
}

function Mark({ x, y, isRead, isAlone, isFew, isDense, stroke, palette }: MarkProps) {
  const radius = isRead ? 5 : isAlone ? 3.5 : isDense ? (isFew ? 1.5 : 0) : 2.2;
  if (radius === 0) return null;
  return <circle cx={x} cy={y} r={radius} fill={isFew ? palette.paper : stroke} stroke={stroke} stroke-width="1.5" />;
}

interface TurnsProps extends Pick<Props, 'layout' | 'palette'> {
  readonly line: Line;
  readonly stroke: string;
}

/** Where a line changed its level: a diamond on it; on the only line also a rule that leads to what it was and became. */
function Turns({ line, layout, palette, stroke }: TurnsProps) {
  const { x, y, bottom, turns, isDense } = layout;
  return (
    <>
      {turns.map(({ text, x: at, anchor, row }) => (
        <g key={text}>
          <path d={`M${at} ${turnBaseline(row) + 4}V${bottom}`} stroke={palette.softInk} stroke-dasharray="3 3" />
          <text x={at} y={turnBaseline(row)} text-anchor={anchor} fill={palette.softInk} font-size="11">
            {text}
          </text>
        </g>
      ))}
      {line.turns.map(({ date, point }) => {
        const turned = line.points.find(({ label, from }) => label === point.label && from === date);
        if (turned?.value == null) return null;
        const side = isDense ? 4 : 6;
        const path = `M${x(turned.middle)} ${y(turned.value) - side}l${side} ${side}l-${side} ${side}l-${side} -${side}z`;
        return <path key={date} d={path} fill={stroke} stroke={palette.paper} stroke-width="1.5" />;
      })}
    </>
  );
}
