import { distance } from 'fastest-levenshtein';
import { fold } from '../search/fold.ts';

/** Something that has a key and may be called by other names. */
export interface Named {
  readonly key: string;
  readonly names: readonly string[];
}

/** How far a word is from what somebody wrote, 0 (the same) to 1 (nothing in common). */
function remoteness(written: string, word: string): number {
  const [a, b] = [fold(written), fold(word)];
  return distance(a, b) / Math.max(a.length, b.length, 1);
}

/** The keys that somebody may have meant, nearest first; at most `limit`, none that is far off. Names count as much as keys. */
export function closeMatches(written: string, candidates: Iterable<Named>, limit = 3): string[] {
  return Array.from(candidates, ({ key, names }) => ({
    key,
    far: Math.min(...[key, ...names].map((word) => remoteness(written, word))),
  }))
    .filter(({ far }) => far <= 0.5)
    .sort((a, b) => a.far - b.far || a.key.localeCompare(b.key))
    .slice(0, limit)
    .map(({ key }) => key);
}
