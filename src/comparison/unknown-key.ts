import { LRUCache } from 'lru-cache';
import { closeAmong, type FoldedNames, foldNames } from '#ledger/rules/close-matches.ts';
import { Refusal } from '#refusal/refusal.ts';
import type { Catalogue, Document, Issue, Party, Proposition } from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';

/** A row that is asked for by its key. */
export type Row = Party | Issue | Proposition | Document;

/** Letters of a wrong key that a message repeats. */
export const longestShown = 80;

export const shown = (key: string): string => JSON.stringify(key.slice(0, longestShown).toWellFormed());

/** How many keys are offered for a wrong one. */
export const mostMatches = 3;

export const hintOf = (close: readonly string[]): string =>
  close.length > 0 ? ` Close matches: ${close.join(', ')}.` : '';

/** A key that names nothing, or a name that several parties have; `closeMatches` are keys that may have been meant. */
export class UnknownKeyError extends Refusal<
  'UNKNOWN_PARTY' | 'UNKNOWN_ISSUE' | 'UNKNOWN_PROPOSITION' | 'UNKNOWN_DOCUMENT' | 'UNKNOWN_BODY' | 'UNKNOWN_SERIES'
> {
  override readonly name = 'UnknownKeyError';
  readonly closeMatches: readonly string[];

  constructor(code: UnknownKeyError['code'], message: string, matches: readonly string[]) {
    super(code, message);
    this.closeMatches = matches;
  }
}

/** Added after the revision queried: it can be named, but nothing was known about it. */
const isToCome = ({ addedIn, knownAt }: Row) => knownAt !== null && addedIn > knownAt;

/** Whether a row can be named: it stands, or will stand once it is added. */
export const canBeNamed = (row: Row): boolean => !row.retired || isToCome(row);

/** A wrong key may occur hundreds of times in a query; its close matches are computed once. */
const guessesKept = 500;

const guessesAmong = oncePer((_rows: object) => ({
  names: null as FoldedNames | null, // filled when the first key is wrong
  made: new LRUCache<string, readonly string[]>({ max: guessesKept }),
}));

/** Keys of standing rows that a wrong key may have meant, the nearest first; `more` finds others where these are few. */
export function closeKeys<Of extends Row>(
  rows: Catalogue<Of>,
  key: string,
  namesOf: (row: Of) => readonly string[],
  more: () => readonly string[] = () => [],
): readonly string[] {
  const guesses = guessesAmong(rows);
  const before = guesses.made.get(key);
  if (before !== undefined) return before;
  guesses.names ??= foldNames(
    rows.list.filter(({ retired }) => !retired).map((row) => ({ key: row.key, names: namesOf(row) })),
  );
  const close = closeAmong(key, guesses.names, mostMatches);
  const matches = close.length < mostMatches ? [...new Set([...close, ...more()])].slice(0, mostMatches) : close;
  guesses.made.set(key, matches);
  return matches;
}
