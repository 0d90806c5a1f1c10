import { groupsTexts } from '../texts/en-groups.ts';
import { count, decimal } from '../texts/intl.ts';
import type { Structure } from './group-cards.tsx';
import type { Asked } from './question.ts';

interface Props extends Asked {
  readonly structure: Structure;
}

/** How well each number of groups suits; a number can be chosen. */
export function NumbersOfGroups({ structure, ask }: Props) {
  const { numbersOfGroups, groups } = structure;
  const words = groupsTexts;
  if (numbersOfGroups.length === 0) return null;
  return (
    <section aria-labelledby="numbers">
      <h2 id="numbers">{words.numbers}</h2>
      <p class="soft">{words.numbersNote}</p>
      <ul class="numbers-of-groups">
        {numbersOfGroups.map(({ count: number, silhouette }) => (
          <li key={number}>
            <button type="button" aria-pressed={number === groups.length} onClick={() => ask({ number })}>
              {count(number)}
            </button>
            <span class="group-bar" aria-hidden="true">
              <span style={{ '--share': Math.max(0, silhouette) }} />
            </span>
            <span class="number">{decimal(silhouette, 2)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
