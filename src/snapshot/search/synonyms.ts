import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { wordsOf } from '#ledger/fold.ts';

/** The words of a term, folded. */
export type Term = readonly string[];

/** Terms with their synonyms, by their first word, the longest first. */
type Synonyms = ReadonlyMap<string, readonly { readonly term: Term; readonly synonyms: readonly Term[] }[]>;

const file = new URL('../../../seeds/names/synonyms.csv', import.meta.url);

let read: Synonyms | null = null;

function readSynonyms(): Synonyms {
  const lines = parse(readFileSync(file), { columns: true }) as { readonly terms: string }[]; // the file is ours, and a test reads it
  const entries = lines.flatMap((line) => {
    const terms = line.terms.split('; ').map(wordsOf);
    return terms.map((term) => ({ term, synonyms: terms.filter((other) => other !== term) }));
  });
  const longestFirst = entries.toSorted((a, b) => b.term.length - a.term.length);
  return Map.groupBy(longestFirst, ({ term }) => term[0] ?? '');
}

/** The longest term of the field with which words begin from an index on, and its synonyms; null when there is none. */
export function termAt(words: readonly string[], start: number): { term: Term; synonyms: readonly Term[] } | null {
  read ??= readSynonyms();
  const candidates = read.get(words[start] ?? '') ?? [];
  return candidates.find(({ term }) => term.every((word, index) => words[start + index] === word)) ?? null;
}
