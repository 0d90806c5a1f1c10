import { recordTexts } from '../texts/en-records.ts';
import { dateInWords } from '../words/dates.ts';
import { standingWords } from '../words/positions.ts';
import { type Axis, axisFraction } from './axis.ts';
import type { Lane, Span } from './lane.ts';

interface Props {
  readonly lane: Lane;
  readonly index: number;
  readonly axis: Axis;
  readonly day: number;
  /** Whether a span is the one that the Tab key focuses. */
  readonly isStop: (span: number) => boolean;
  readonly look: (stance: string, span: number) => void;
}

const height = 26;
const percent = (fraction: number) => `${(fraction * 100).toFixed(3)}%`;

/** The spans of a lane as a picture, each a button. */
export function LaneSpans({ lane, index, axis, day, isStop, look }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG cannot contain a fieldset
    <svg class="lane" width="100%" height={height} role="group" aria-label={lane.label}>
      {axis.years.map(({ year, day: first }) => (
        <line
          key={year}
          class="year"
          x1={percent(axisFraction(first, axis))}
          x2={percent(axisFraction(first, axis))}
          y1="0"
          y2={height}
        />
      ))}
      {lane.spans.map((span, nth) => {
        const from = axisFraction(span.from, axis);
        const width = Math.max(0, axisFraction(span.until ?? axis.last, axis) - from);
        const words = spanInWords(span);
        const standing = span.position.toLowerCase().replace('_', '-');
        return (
          // biome-ignore lint/a11y/useSemanticElements: SVG cannot contain a button
          <g
            key={span.key}
            class={`span ${standing}`}
            role="button"
            aria-haspopup="dialog"
            aria-label={words}
            // Attribute names in SVG are case-sensitive.
            tabindex={isStop(nth) ? 0 : -1}
            data-at={`${index}-${nth}`}
            onClick={() => look(span.key, nth)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ' ') return;
              event.preventDefault();
              look(span.key, nth);
            }}
          >
            <title>{words}</title>
            <rect x={percent(from)} width={percent(width)} y="2" height={height - 4} rx="3" />
            <text x={percent(from)} dx="5" y={height / 2} dy="0.36em">
              {standingWords[span.position].sign}
            </text>
          </g>
        );
      })}
      <line
        class="day"
        x1={percent(axisFraction(day, axis))}
        x2={percent(axisFraction(day, axis))}
        y1="0"
        y2={height}
      />
    </svg>
  );
}

/** Supports from 22 December 1972 until 4 February 2022. */
function spanInWords({ position, until, stance }: Span): string {
  const end = stance.heldUntil ?? stance.inForceUntil;
  const from = dateInWords(stance.heldFrom, stance.heldFromPrecision);
  const to = until === null || end === null ? null : dateInWords(end);
  return recordTexts.span(standingWords[position].verb, from, to);
}
