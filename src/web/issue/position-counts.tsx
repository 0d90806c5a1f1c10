import type { Position } from '../generated/graphql.ts';
import { issueTexts } from '../texts/en-issue.ts';
import { positions, standingWords } from '../words/positions.ts';
import './position-counts.css';

/** The number of parties that hold each position, as a bar with numbers; hatched if there are none. */
export function PositionCounts({ held }: { readonly held: readonly { readonly position: Position }[] }) {
  const counts = positions.flatMap((position) => {
    const count = held.filter((one) => one.position === position).length;
    return count === 0 ? [] : [{ position, count }];
  });
  if (counts.length === 0) return <p class="no-counts">{issueTexts.nobody}</p>;
  return (
    <ul class="position-counts" aria-label={issueTexts.counts}>
      {counts.map(({ position, count }) => (
        <li key={position} class={`position ${position.toLowerCase().replace('_', '-')}`} style={{ '--share': count }}>
          <span class="sign" aria-hidden="true">
            {standingWords[position].sign}
          </span>{' '}
          {count}
          <span class="unseen"> {standingWords[position].verb.toLowerCase()}</span>
        </li>
      ))}
    </ul>
  );
}
