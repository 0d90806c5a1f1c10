import { pagePalette } from '../charts/palette.ts';
import type { Measure } from '../generated/graphql.ts';
import { trendTexts } from '../texts/en-trend.ts';
import { shareInWords } from '../words/measures.ts';
import type { SignedEvent } from './events.ts';
import type { Line, Point } from './line.ts';
import { strokeOf } from './trend-drawing.tsx';

interface Props {
  readonly period: Pick<Point, 'label' | 'from'>;
  readonly lines: readonly Line[];
  /** What was signed in the period. */
  readonly events: readonly SignedEvent[];
  readonly measure: Measure;
  readonly lit: string | null;
  readonly light: (key: string | null) => void;
}

const mostTitles = 2;

const pointIn = ({ points }: Line, label: string): Point | undefined => points.find((point) => point.label === label);

/** What a line says in a period: "97%, over 28 propositions". */
function valueInWords(point: Point | undefined, measure: Measure): string {
  if (point?.value == null) return trendTexts.unknown;
  return `${shareInWords(measure, point.value)}, ${trendTexts.over(point.shared)}`;
}

const signedInWords = (events: readonly SignedEvent[]): string => {
  const titles = events.slice(0, mostTitles).map(({ title }) => title);
  const more = events.length - titles.length;
  return trendTexts.signed(more > 0 ? [...titles, trendTexts.signedMore(more)] : titles);
};

/** A period in words, as a screen reader says it. */
export function periodInWords(
  label: string,
  lines: readonly Line[],
  events: readonly SignedEvent[],
  measure: Measure,
): string {
  const values = lines.map((line) => {
    const value = valueInWords(pointIn(line, label), measure);
    return lines.length === 1 ? value : `${line.name} ${value}`;
  });
  return `${label}: ${values.join('; ')}.${events.length > 0 ? ` ${signedInWords(events)}` : ''}`;
}

/** The values of a period, with the key to the lines: each lights up its line. */
export function Readout({ period, lines, events, measure, lit, light }: Props) {
  return (
    <div class="trend-readout">
      <p class="trend-period">{period.label}</p>
      <ul aria-label={trendTexts.legend}>
        {lines.map((line, index) => {
          const point = pointIn(line, period.label);
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
              {lines.length === 1 ? (
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
