import { distance } from 'fastest-levenshtein';
import { fold, wordsIn } from '../fold.ts';

/** Something that has a key and may be called by other names. */
export interface Named {
  readonly key: string;
  readonly names: readonly string[];
}

interface FoldedName {
  readonly whole: string;
  readonly words: readonly string[];
}

/** Keys with the names by which they are found, folded: made once where many are looked for. */
export type FoldedNames = readonly { readonly key: string; readonly names: readonly FoldedName[] }[];

/** Farther than this, 0 (the same) to 1 (nothing in common), nobody can have meant it. */
const farthest = 0.5;

/** Words that are compared one by one; whoever writes more has not meant a name. */
const mostWords = 8;

/** Words of which many names consist, and by which nobody knows them apart. */
const common = new Set(['the', 'of', 'and', 'a', 'in', 'on', 'to', 'republic', 'state', 'kingdom']);

/** Longer names are titles, which nobody writes whole; they are searched. */
const longestName = 60;

/** The words of a name: those of `minimumConfidence` are two. */
function wordsOfName(name: string): string[] {
  if (name.length > longestName) return [];
  const words = wordsIn(fold(name.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' ')));
  const telling = words.filter((word) => !common.has(word));
  return telling.length > 0 ? telling : words;
}

const folded = (name: string): FoldedName => ({ whole: fold(name), words: wordsOfName(name) });

export const foldNames = (candidates: Iterable<Named>): FoldedNames =>
  Array.from(candidates, ({ key, names }) => ({ key, names: [key, ...names].map(folded) }));

/** How far two folded names are from each other as they are written; more than `farthest` when their lengths alone say so. */
function remoteness(a: string, b: string): number {
  const longer = Math.max(a.length, b.length, 1);
  const atLeast = Math.abs(a.length - b.length) / longer;
  return atLeast > farthest ? atLeast : distance(a, b) / longer;
}

/** How well one word stands for another, 0 to 1: the same, its beginning, or with a typo, which says less of a long name. */
function likeness(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length < 3 || b.length < 3) return 0;
  if (a.startsWith(b) || b.startsWith(a)) return 0.8;
  if (Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 2 || a[0] !== b[0]) return 0;
  const alike = 1 - distance(a, b) / Math.max(a.length, b.length);
  return alike >= 0.7 ? alike ** 2 : 0;
}

/** How far a name is by its words: near when it has those that are written, nearer when it has no others. */
function remotenessOfWords(written: readonly string[], name: readonly string[]): number {
  let found = 0;
  for (const word of written) {
    let best = 0;
    for (const other of name) best = Math.max(best, likeness(word, other));
    found += best;
  }
  return found === 0 ? 1 : 1 - (found / written.length) * (0.5 + (0.5 * Math.min(found, name.length)) / name.length);
}

/** The keys that somebody may have meant, nearest first; at most `limit`, none that is far off. Names count as much as keys. */
export function closeAmong(written: string, candidates: FoldedNames, limit = 3): string[] {
  const { whole, words } = folded(written);
  const asked = words.slice(0, mostWords);
  const far = (name: FoldedName) => Math.min(remoteness(whole, name.whole), remotenessOfWords(asked, name.words));
  return candidates
    .map(({ key, names }) => ({ key, far: Math.min(...names.map(far)) }))
    .filter((candidate) => candidate.far <= farthest)
    .sort((a, b) => a.far - b.far || a.key.localeCompare(b.key))
    .slice(0, limit)
    .map(({ key }) => key);
}

/** The same among names that are looked through once. */
export const closeMatches = (written: string, candidates: Iterable<Named>, limit = 3): string[] =>
  closeAmong(written, foldNames(candidates), limit);
