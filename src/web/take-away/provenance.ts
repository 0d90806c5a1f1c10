import type { CsvValue } from './csv.ts';

/** What a file has to say so that what it holds can be made again and traced. */
export interface Provenance {
  /** The day as of which it was asked; null where none matters. */
  readonly asOf: string | null;
  /** The revision of the ledger; null: the newest. */
  readonly asKnownAt: number | null;
  /** What was asked, as the API takes it; not who was asked about, whom each row names. */
  readonly scope: object;
}

/** Names of the columns that every table ends with. */
export const provenanceNames = ['as_of', 'as_known_at', 'scope'] as const;

/** What those columns hold, the same in each row; `scope` is JSON. */
export const provenanceValues = ({ asOf, asKnownAt, scope }: Provenance): readonly CsvValue[] => [
  asOf,
  asKnownAt,
  JSON.stringify(scope),
];

/** What a JSON file holds: the address that shows the same again, the day, the revision and what was asked, then what was found. */
export const withProvenance = <Found extends object>(
  { asOf, asKnownAt }: Provenance,
  variables: unknown,
  found: Found,
) => ({
  view: location.href,
  asOf,
  revision: asKnownAt,
  variables,
  ...found,
});
