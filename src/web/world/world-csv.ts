import { csvOf } from '../take-away/csv.ts';
import { type Provenance, provenanceNames, provenanceValues } from '../take-away/provenance.ts';
import type { Agreements } from './agreements.ts';

/** The agreement of a party with every other as CSV, a row for each; the value is empty where none is known. */
export const worldCsv = (
  party: { readonly key: string; readonly name: string },
  { countries, blocs, unknown }: Agreements,
  hrefOf: (other: string) => string,
  provenance: Provenance,
): string =>
  csvOf(
    [
      'party_key',
      'party_name',
      'other_key',
      'other_name',
      'value',
      'shared_propositions',
      'evidence',
      ...provenanceNames,
    ],
    [...countries, ...blocs, ...unknown].map(({ key, name, value, shared }) => [
      party.key,
      party.name,
      key,
      name,
      value,
      shared,
      new URL(hrefOf(key), location.href).href,
      ...provenanceValues(provenance),
    ]),
  );
