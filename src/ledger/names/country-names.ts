import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** The lists that codes are taken from; they give some codes to different countries. */
export type CodeList = 'ISO 3166' | 'COW';

/** What lists of countries call a country, whether or not it is a party of a ledger. */
export interface CountryNames {
  /** The key that it has, or would have, as a party. */
  readonly key: string;
  /** ISO 3166-1 alpha-3; null where there is none. */
  readonly iso3: string | null;
  /** Its other codes: of ISO 3166 the numeric and former ones, of the Correlates of War letters and numbers. */
  readonly codes: readonly { readonly code: string; readonly list: CodeList }[];
  /** English names, the usual short one first; at least one. */
  readonly names: readonly string[];
  /** Names of its parts, which do not mean the country and are what people often write for it: `England`. */
  readonly partNames: readonly string[];
}

const file = new URL('../../../seeds/names/countries.csv', import.meta.url);

interface Line {
  readonly key: string;
  readonly iso3: string;
  readonly number: string;
  readonly former: string;
  readonly cow: string;
  readonly cowNumber: string;
  readonly names: string;
  readonly parts: string;
}

const parts = (text: string, between: string) => text.split(between).filter((part) => part !== '');

function readCountryNames(): readonly CountryNames[] {
  const lines = parse(readFileSync(file), { columns: true }) as Line[]; // the file is ours, and a test reads it
  return lines.map(({ key, iso3, number, former, cow, cowNumber, names, parts: partNames }) => ({
    key,
    iso3: iso3 === '' ? null : iso3,
    codes: [
      ...parts(`${number} ${former}`, ' ').map((code) => ({ code, list: 'ISO 3166' }) as const),
      ...parts(`${cow} ${cowNumber}`, ' ').map((code) => ({ code, list: 'COW' }) as const),
    ],
    names: parts(names, '; '),
    partNames: parts(partNames, '; '),
  }));
}

let read: ReadonlyMap<string, CountryNames> | null = null;

/** The countries of seeds/names/countries.csv by key. Read when first asked for, which takes some 30 ms. */
export function countryNames(): ReadonlyMap<string, CountryNames> {
  read ??= new Map(readCountryNames().map((country) => [country.key, country]));
  return read;
}
