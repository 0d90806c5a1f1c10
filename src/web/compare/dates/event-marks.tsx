import { dateOfDay, dayNumber } from '../../words/dates.ts';
import type { Event } from './use-events.ts';

interface Props {
  readonly events: readonly Event[];
  readonly first: number;
  readonly last: number;
  readonly day: number;
}

const height = 52;
const base = 26;

/**
 * The events above the slider: a line for each day on which positions were taken, taller for more; a dot for each on which all parties signed a
 * document. Purely visual; the buttons beside the slider step through the events.
 */
export function EventMarks({ events, first, last, day }: Props) {
  const most = Math.max(1, ...events.map(({ positions }) => positions));
  const at = (number: number) => ((number - first) / Math.max(1, last - first)) * 100;
  return (
    <svg class="event-marks" height={height} aria-hidden="true">
      {events.map((event) => (
        <g key={event.date} class={event.day > day ? 'later' : undefined}>
          {event.positions > 0 && (
            <rect x={`${at(event.day)}%`} y={base - tall(event, most)} width="2" height={tall(event, most)} />
          )}
          {event.documents.length > 0 && <circle cx={`${at(event.day)}%`} cy={base + 5} r="3" />}
        </g>
      ))}
      {years(first, last).map((year) => (
        <text key={year} x={`${at(dayNumber(`${year}-01-01`))}%`} y={height - 4}>
          {year}
        </text>
      ))}
    </svg>
  );
}

const tall = ({ positions }: Event, most: number) => 5 + Math.sqrt(positions / most) * (base - 6);

/** Round years between two days, at most eight. */
function years(first: number, last: number): readonly number[] {
  const from = Number(dateOfDay(first).slice(0, 4));
  const to = Number(dateOfDay(last).slice(0, 4));
  const step = [1, 2, 5, 10, 20, 50].find((one) => (to - from) / one <= 8) ?? 100;
  const start = Math.ceil(from / step) * step;
  return Array.from({ length: Math.floor((to - start) / step) + 1 }, (_, index) => start + index * step);
}
