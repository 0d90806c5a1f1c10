import { pagePalette } from '../charts/palette.ts';
import type { Measure } from '../generated/graphql.ts';
import { trendTexts } from '../texts/en-trend.ts';
import { shareInWords } from '../words/measures.ts';
import type { SignedEvent } from './events.ts';
import type { Line, Point } from './line.ts';
import { strokeOf } from './trend-drawing.tsx';

/** A line with its point in the period that is read; undefined where the line has none. */
interface Read {
  readonly line: Line;
  readonly point: Point | undefined;
}

export const pointsIn = (lines: readonly Line[], period: Pick<Point, 'label' | 'from'>): readonly Read[] =>
  lines.map((line) => ({
    line,
    point: line.points.find(({ label, from }) => label === period.label && from === period.from),
  }));

interface Props {
  /** The name of the period. */
  readonly name: string;
  readonly read: readonly Read[];
  /** What was signed in the period. */
  readonly events: readonly SignedEvent[];
  readonly measure: Measure;
  readonly lit: string | null;
  readonly light: (key: string | null) => void;
}

const mostTitles = 2;

/** What a line says in a period: "97%, over 28 propositions". */
function valueInWords(point: Point | undefined, measure: Measure): string {
  if (point?.value == null) return trendTexts.unknown;
  return `${shareInWords(measure, point.value)}, ${trendTexts.over(point.shared)}`;
}

const signedInWords = (events: readonly SignedEvent[]): string => {
  const titles = events.slice(0, mostTitles).map(({ title }) => title);
  const more = events.length - titles.length;
  return trendTexts.signed(titles, more);
};

/** A period in words, as a screen reader says it. */
export function periodInWords(
  name: string,
  read: readonly Read[],
  events: readonly SignedEvent[],
  measure: Measure,
): string {
  const values = read.map(({ line, point }) => {
    const value = valueInWords(point, measure);
    return read.length === 1 ? value : `${line.name} ${value}`;
  });
  return `${name}: ${values.join('; ')}.${events.length > 0 ? ` ${signedInWords(events)}` : ''}`;
}

/** The values of a period, with the key to the lines: each lights up its line. */
export function Readout({ name, read, events, measure, lit, light }: Props) {
  return (
    <div class="trend-readout">
      <p class="trend-period">{name}</p>
      <ul aria-label={trendTexts.legend}>
        {read.map(({ line, point }, index) => {
          const { stroke, dash } = strokeOf(pagePalette, index);
          const said = (
            <>
              <svg width="22" height="10" aria-hidden="true">
                <path d="M0 5H22" stroke={stroke} stroke-width="3" stroke-dasharray={dash || undefined} />
              </svg>
              <span>
                <span class="trend-name">{line.name}</span> <strong>{valueInWords(point, measure)}</strong>
                {point?.interval != null && point.value !== null && (
                  <span class="soft">
                    ,{' '}
                    {trendTexts.between(
                      shareInWords(measure, point.interval.low),
                      shareInWords(measure, point.interval.high),
                    )}
                  </span>
                )}
              </span>
            </>
          );
          return (
            <li key={line.key}>
              {read.length === 1 ? (
                <span class="trend-key">{said}</span>
              ) : (
                <button
                  type="button"
                  class="trend-key"
                  aria-pressed={lit === line.key}
                  onClick={() => light(lit === line.key ? null : line.key)}
                >
                  {said}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {events.length > 0 && <p class="soft">{signedInWords(events)}</p>}
    </div>
  );
}
