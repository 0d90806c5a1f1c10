import { useRef, useState } from 'preact/hooks';
import { recordAddress } from '../address/address.ts';
import { InParts } from '../frame/later.tsx';
import { type Asked, givenOf } from '../record/question.ts';
import { dayNumber, today } from '../words/dates.ts';
import { axisFraction, axisOf } from './axis.ts';
import type { Lane } from './lane.ts';
import { LaneSpans } from './lane-spans.tsx';
import './timeline.css';

interface Props extends Asked {
  readonly lanes: readonly Lane[];
  /** The record of each lane, to which its label links. */
  readonly of: 'party' | 'proposition';
}

const lanesAtOnce = 8;

/**
 * Positions over time in lanes. Unknown is hatched. It is one tab stop: arrow keys move from span to span and from lane to lane, Enter
 * opens the stance.
 */
export function Timeline({ lanes, of, question, ask }: Props) {
  const day = question.asOf ?? today();
  const axis = axisOf(lanes, dayNumber(day));
  const list = useRef<HTMLOListElement>(null);
  const [at, setAt] = useState({ lane: 0, span: 0 });
  const go = (lane: number, span: number) => {
    const spans = lanes[lane]?.spans ?? [];
    if (spans.length === 0) return;
    const next = { lane, span: Math.min(Math.max(span, 0), spans.length - 1) };
    setAt(next);
    list.current?.querySelector<SVGElement>(`[data-at="${next.lane}-${next.span}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    go(at.lane + (next[0] ?? 0), at.span + (next[1] ?? 0));
  };
  return (
    <div class="timeline">
      <div class="axis" aria-hidden="true">
        {axis.years.map(({ year, day: first }) => (
          <span key={year} style={{ '--at': axisFraction(first, axis) }}>
            {year}
          </span>
        ))}
      </div>
      <ol ref={list} onKeyDown={onKeyDown}>
        <InParts items={lanes} size={lanesAtOnce}>
          {(lane, index) => (
            <li key={lane.key}>
              <a class="lane-label" href={recordAddress(of, lane.key, givenOf(question))}>
                {lane.label}
              </a>
              <LaneSpans
                lane={lane}
                index={index}
                axis={axis}
                day={dayNumber(day)}
                isStop={(span) => at.lane === index && at.span === span}
                look={(stance, span) => {
                  setAt({ lane: index, span });
                  ask({ stance });
                }}
              />
            </li>
          )}
        </InParts>
      </ol>
    </div>
  );
}
