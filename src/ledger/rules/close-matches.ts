import { distance } from 'fastest-levenshtein';
import { fold } from '../fold.ts';

/** Something that has a key and may be called by other names. */
export interface Named {
  readonly key: string;
  readonly names: readonly string[];
}

/** Keys with the words by which they are found, folded: made once where many are looked for. */
export type FoldedNames = readonly { readonly key: string; readonly words: readonly string[] }[];

/** Farther than this, 0 (the same) to 1 (nothing in common), nobody can have meant it. */
const farthest = 0.5;

export const foldNames = (candidates: Iterable<Named>): FoldedNames =>
  Array.from(candidates, ({ key, names }) => ({ key, words: [key, ...names].map(fold) }));

/** How far two folded words are from each other; more than `farthest` when their lengths alone say so. */
function remoteness(a: string, b: string): number {
  const longer = Math.max(a.length, b.length, 1);
  const atLeast = Math.abs(a.length - b.length) / longer;
  return atLeast > farthest ? atLeast : distance(a, b) / longer;
}

/** The keys that somebody may have meant, nearest first; at most `limit`, none that is far off. Names count as much as keys. */
export function closeAmong(written: string, candidates: FoldedNames, limit = 3): string[] {
  const folded = fold(written);
  return candidates
    .map(({ key, words }) => ({ key, far: Math.min(...words.map((word) => remoteness(folded, word))) }))
    .filter(({ far }) => far <= farthest)
    .sort((a, b) => a.far - b.far || a.key.localeCompare(b.key))
    .slice(0, limit)
    .map(({ key }) => key);
}

/** The same among names that are looked through once. */
export const closeMatches = (written: string, candidates: Iterable<Named>, limit = 3): string[] =>
  closeAmong(written, foldNames(candidates), limit);
