import { NEVER } from '#agreement/stance-columns.ts';
import { countryNames } from '#ledger/names/country-names.ts';
import type { Document, Issue, Party, Passage, Proposition } from '../catalogue.ts';
import { extendedIndex, type Searchable, type SearchEntry, type SearchIndex, searchIndex } from './search-index.ts';

/** The rows that can be searched. */
export interface SearchedRows {
  readonly parties: readonly Party[];
  readonly issues: readonly Issue[];
  readonly propositions: readonly Proposition[];
  readonly documents: readonly Document[];
  readonly passages: readonly Passage[];
}

export type Subject = keyof SearchedRows;
export type SearchIndexes = { readonly [Of in Subject]: SearchIndex };

type Row<Of extends Subject> = SearchedRows[Of][number];

/** By what each row is found. */
const searchables: { readonly [Of in Subject]: (row: Row<Of>) => Searchable } = {
  parties: ({ id, name, aliases, key, iso3 }) => {
    const { names = [], codes = [] } = countryNames().get(key) ?? {};
    const ownCodes = iso3 === null ? [key] : [key, iso3];
    return { id, texts: [name, ...aliases, ...names], codes: [...ownCodes, ...codes.map(({ code }) => code)] };
  },
  issues: ({ id, name, summary, key }) => ({ id, texts: [name, summary ?? ''], codes: [key] }),
  propositions: ({ id, text, key, rollCall }) => ({
    id,
    texts: [text, rollCall?.shortTitle ?? ''],
    codes: [key, ...spelledSymbols(rollCall?.symbol ?? null)],
  }),
  documents: ({ id, title, publisher, key, symbol }) => ({
    id,
    texts: [title, publisher ?? ''],
    codes: [key, ...spelledSymbols(symbol)],
  }),
  passages: ({ id, key, speaker, verb, keyPhrase, note }) => ({
    id,
    texts: [speaker, verb, keyPhrase, note].map((text) => text ?? ''),
    codes: [key],
  }),
};

/** A symbol as sources, the UN and people write it: `R/74/41`, `A/RES/74/41`, `74/41`. */
function spelledSymbols(symbol: string | null): string[] {
  if (symbol === null) return [];
  const number = /^(?:A\/RES|R)\/(.+)$/.exec(symbol)?.[1];
  return number === undefined ? [symbol] : [`A/RES/${number}`, `R/${number}`, number];
}

export const searchIndexesOf = (rows: SearchedRows): SearchIndexes => bySubject((of) => indexOf(of, rows[of]));

/**
 * The indexes of later rows: what is as it was is not folded again. The old rows are those that the indexes were made of; both are in the
 * order of their ordinals.
 */
export const nextIndexes = (indexes: SearchIndexes, old: SearchedRows, rows: SearchedRows): SearchIndexes =>
  bySubject((of) => {
    if (rows[of] === old[of]) return indexes[of];
    const added = rows[of].flatMap((row, ordinal) => entriesOf(of, row, old[of][ordinal]?.earlier.length ?? -1));
    return extendedIndex(indexes[of], added);
  });

const indexOf = <Of extends Subject>(of: Of, rows: SearchedRows[Of]): SearchIndex =>
  searchIndex(rows.flatMap((row: Row<Of>) => entriesOf(of, row, -1)));

/** The text of a row after its first `known` amendments; -1: all its present and past texts. */
function entriesOf<Of extends Subject>(of: Of, row: Row<Of>, known: number): SearchEntry[] {
  const earlier = row.earlier as readonly { readonly until: number; readonly row: Row<Of> }[]; // of the same table
  const versions = [...earlier, { until: NEVER, row }];
  return versions.slice(known + 1).map((version, index) => ({
    ...searchables[of](version.row),
    from: versions[known + index]?.until ?? 0,
    until: version.until,
  }));
}

const bySubject = (make: (of: Subject) => SearchIndex): SearchIndexes => ({
  parties: make('parties'),
  issues: make('issues'),
  propositions: make('propositions'),
  documents: make('documents'),
  passages: make('passages'),
});
