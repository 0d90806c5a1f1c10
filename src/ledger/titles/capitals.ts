import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { countryNames } from '../names/country-names.ts';

/** Terms that keep their capitals, by the first word of each in capitals, the longest first. */
export type Capitals = ReadonlyMap<string, readonly CapitalTerm[]>;

interface CapitalTerm {
  /** In capitals, word by word. */
  readonly words: readonly string[];
  readonly written: string;
}

const file = new URL('../../../seeds/names/capitals.csv', import.meta.url);

/** What can be a word of a term; between two words stands a space or a hyphen. */
export const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}'.]*/gu;

function readCapitals(): Capitals {
  const lines = parse(readFileSync(file), { columns: true }) as { readonly written: string }[]; // the file is ours, and a test reads it
  const listed = lines.flatMap(({ written }) => written.split('; '));
  const terms = [...listed, ...namesOfCountries()].map((written) => ({
    words: written.toUpperCase().match(wordPattern) ?? [],
    written,
  }));
  const longestFirst = terms.toSorted((a, b) => b.words.length - a.words.length);
  return Map.groupBy(longestFirst, ({ words }) => words[0] ?? '');
}

/** Codes aside: `SO` and `US` are words too. */
const namesOfCountries = (): string[] =>
  [...countryNames().values()].flatMap(({ names }) => names).filter((name) => name !== name.toUpperCase());

let read: Capitals | null = null;

/** The names and abbreviations that a text in capitals has to keep: those of seeds/names/capitals.csv, and the names of countries. Read when first asked for. */
export function capitals(): Capitals {
  read ??= readCapitals();
  return read;
}
