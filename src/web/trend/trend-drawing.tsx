import { area, curveLinear, line as lineOf } from 'd3-shape';
import type { Palette } from '../charts/palette.ts';
import type { Measure } from '../generated/graphql.ts';
import { sans } from '../take-away/picture-text.ts';
import { shareInWords } from '../words/measures.ts';
import type { SignedEvent } from './events.ts';
import { apart, type Layout } from './layout.ts';
import type { Line, Point } from './line.ts';

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

/** The values rest on fewer propositions than that: their marks are hollow. */
export const fewShared = 5;

/** The colour and the dash of the line at an index. */
export const strokeOf = (palette: Palette, index: number) => ({
  stroke: palette.series[index % palette.series.length],
  dash: dashes[Math.floor(index / palette.series.length) % dashes.length],
});

const known = (point: Point): point is Point & { readonly value: number } => point.value !== null;

/** A trend as SVG elements: axes, lines with gaps where nothing is known, turning points and joint documents. */
export function TrendDrawing({ lines, events, measure, layout, palette, at = null, lit = null }: Props) {
  const { right, top, bottom, x, y, hasLabels } = layout;
  const [only] = lines;
  const ends = lines.map(({ points }) => points.filter(known).at(-1));
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
            <path
              d={pathOf(line, layout)}
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
                  isFew={point.shared < fewShared}
                  stroke={stroke ?? palette.ink}
                  palette={palette}
                />
              ) : null,
            )}
            <Turns
              line={line}
              isOnly={lines.length === 1}
              measure={measure}
              layout={layout}
              palette={palette}
              stroke={stroke ?? palette.ink}
            />
            {hasLabels && end !== undefined && (
              <>
                <path
                  d={`M${x(end.middle) + 4} ${y(end.value)}L${right + 8} ${heights[index]}`}
                  stroke={palette.line}
                />
                <text x={right + 12} y={(heights[index] ?? 0) + 4} fill={palette.ink}>
                  <tspan fill={stroke} font-weight="700">
                    {shareInWords(measure, end.value)}
                  </tspan>{' '}
                  {short(line.name)}
                </text>
              </>
            )}
          </g>
        );
      })}
    </g>
  );
}

const longestLabel = 22;
const short = (name: string) => (name.length > longestLabel ? `${name.slice(0, longestLabel - 1).trimEnd()}…` : name);

const pathOf = ({ points }: Line, { x, y }: Layout): string =>
  lineOf<Point>()
    .defined(known)
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
  readonly stroke: string;
}

function Mark({ x, y, isRead, isAlone, isFew, stroke, palette }: MarkProps) {
  const radius = isRead ? 5 : isAlone ? 3.5 : 2.2;
  return <circle cx={x} cy={y} r={radius} fill={isFew ? palette.paper : stroke} stroke={stroke} stroke-width="1.5" />;
}

interface TurnsProps extends Pick<Props, 'measure' | 'layout' | 'palette'> {
  readonly line: Line;
  readonly isOnly: boolean;
  readonly stroke: string;
}

/** Where a line changed its level: a diamond on it; on the only line also a rule with what it was and became. */
function Turns({ line, isOnly, measure, layout, palette, stroke }: TurnsProps) {
  const { x, y, top, bottom, right } = layout;
  return (
    <>
      {line.turns.map(({ date, point, levelBefore, levelAfter }) => {
        const turned = line.points.find(({ label, from }) => label === point.label && from === date);
        if (turned?.value == null) return null;
        const [at, height] = [x(turned.middle), y(turned.value)];
        const isLate = at > right - 90;
        return (
          <g key={date}>
            {isOnly && (
              <>
                <path d={`M${at} ${top}V${bottom}`} stroke={palette.softInk} stroke-dasharray="3 3" />
                <text
                  x={at + (isLate ? -5 : 5)}
                  y={top + 8}
                  text-anchor={isLate ? 'end' : 'start'}
                  fill={palette.softInk}
                  font-size="11"
                >
                  {`${point.label}: ${shareInWords(measure, levelBefore)} → ${shareInWords(measure, levelAfter)}`}
                </text>
              </>
            )}
            <path d={`M${at} ${height - 6}l6 6l-6 6l-6 -6z`} fill={stroke} stroke={palette.paper} stroke-width="1.5" />
          </g>
        );
      })}
    </>
  );
}
