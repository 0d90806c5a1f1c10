import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { countryNames } from '../names/country-names.ts';

/** Terms that keep their capitals, by the first word of each in capitals, the longest first. */
type Capitals = ReadonlyMap<string, readonly { readonly written: string }[]>;

const file = new URL('../../../seeds/names/capitals.csv', import.meta.url);

/** What can be a word of a term; between two words stands a space or a hyphen. */
export const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}'.]*/gu;

function readCapitals(): Capitals {
  const lines = parse(readFileSync(file), { columns: true }) as { readonly written: string }[]; // the file is ours, and a test reads it
  const listed = lines.flatMap(({ written }) => written.split('; '));
  const longestFirst = [...listed, ...namesOfCountries()]
    .map((written) => ({ written }))
    .sort((a, b) => b.written.length - a.written.length);
  return Map.groupBy(longestFirst, ({ written }) => written.toUpperCase().match(wordPattern)?.[0] ?? '');
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
