import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { EnteredInput } from '../../fields/entered-input.tsx';
import type { LedgerQuery } from '../../generated/graphql.ts';
import { texts } from '../../texts/texts.ts';
import { dateInShort, dateInWords, dateOfDay, dayNumber, today } from '../../words/dates.ts';
import type { Asked } from '../ask.ts';
import type { Question } from '../question.ts';
import { EventMarks } from './event-marks.tsx';
import { type Event, useEvents } from './use-events.ts';
import './dates.css';

interface Props extends Asked {
  /** The question whose answer is shown, whose days are marked; null before the first. */
  readonly answered: Question | null;
  readonly ledger: LedgerQuery | null;
}

const words = texts.compare;
const settlingMs = 150;
/** A dragged slider snaps to an event within this share of its length. */
const near = 1 / 150;

/** Selects the day: with a slider on which events are marked, event by event, or as a date. */
export function DatePicker({ question, ask, answered, ledger }: Props) {
  const id = useId();
  const { events, failed } = useEvents(answered);
  const asked = question.asOf ?? today();
  const [shown, show] = useState(asked);
  useEffect(() => show(asked), [asked]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isDragging = useRef(false);

  const lastDay = Math.max(dayNumber(today()), dayNumber(ledger?.dataset.coverage.latest ?? today()));
  const firstEvent = events[0]?.day ?? dayNumber(ledger?.dataset.coverage.earliest ?? '1990-01-01');
  const firstDay = Math.min(dayNumber(`${dateOfDay(firstEvent).slice(0, 4)}-01-01`), dayNumber(shown));
  const day = dayNumber(shown);
  const before = events.findLast((event) => event.day < day);
  const after = events.find((event) => event.day > day);
  const [first, last] = [events[0], events.at(-1)];
  const onDay = events.find((event) => event.day === day);

  const go = (date: string) => {
    clearTimeout(timer.current);
    show(date);
    if (date !== asked) ask({ asOf: date });
  };
  const slide = (value: number) => {
    const close = isDragging.current ? nearest(events, value, (lastDay - firstDay) * near) : value;
    const date = dateOfDay(close);
    show(date);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => go(date), settlingMs);
  };
  useEffect(() => () => clearTimeout(timer.current), []);

  return (
    <div class="date-picker">
      <div class="date-row">
        <label for={id}>{words.day}</label>
        <EnteredInput
          id={id}
          type="date"
          value={shown}
          min="1900-01-01"
          max={dateOfDay(lastDay)}
          enter={({ value }) => value !== '' && go(value)}
        />
        <StepButton event={before} label={words.previousEvent} sign="←" go={go} />
        <StepButton event={after} label={words.nextEvent} sign="→" go={go} />
      </div>
      <div class="slider">
        <EventMarks events={events} first={firstDay} last={lastDay} day={day} />
        <input
          type="range"
          aria-label={words.slider}
          aria-valuetext={dateInWords(shown)}
          min={firstDay}
          max={lastDay}
          value={day}
          onPointerDown={() => {
            isDragging.current = true;
          }}
          onPointerUp={() => {
            isDragging.current = false;
          }}
          onInput={({ currentTarget }) => slide(Number(currentTarget.value))}
        />
      </div>
      <p class="on-day" role="status">
        {dateInWords(shown)}: {onDay === undefined ? words.nothingOnDay : eventInWords(onDay)}
      </p>
      <p class="on-day">
        {failed && words.daysFailed}
        {first !== undefined &&
          last !== undefined &&
          words.daysInAll(
            events.filter(({ positions }) => positions > 0).length,
            dateInShort(first.date),
            dateInShort(last.date),
          )}
      </p>
    </div>
  );
}

interface StepProps {
  readonly event: Event | undefined;
  readonly label: string;
  readonly sign: string;
  readonly go: (date: string) => void;
}

function StepButton({ event, label, sign, go }: StepProps) {
  return (
    <button type="button" disabled={event === undefined} onClick={() => event && go(event.date)}>
      <span aria-hidden="true">{sign} </span>
      <span class="unseen">{label}: </span>
      {event === undefined ? words.none : dateInShort(event.date)}
    </button>
  );
}

function eventInWords({ positions, documents }: Event): string {
  const taken = positions === 0 ? [] : [words.taken(positions)];
  return [...taken, ...documents.map(({ title }) => words.signed(title))].join(', ');
}

/** The day of the nearest event within the snap distance, otherwise the day itself. */
function nearest(events: readonly Event[], day: number, reach: number): number {
  let best = day;
  let distance = reach;
  for (const event of events) {
    const away = Math.abs(event.day - day);
    if (away < distance) {
      best = event.day;
      distance = away;
    }
  }
  return best;
}
