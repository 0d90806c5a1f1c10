import { csvOf } from '../../take-away/csv.ts';
import { type Provenance, provenanceNames, provenanceValues } from '../../take-away/provenance.ts';
import type { OrderedMatrix } from '../ordered-matrix.ts';
import { sortedPairs } from '../pairs/sorted-pairs.ts';

/**
 * A matrix as CSV, a row for each pair: who, the value (empty where there is none), on how many propositions, the address that shows these and their
 * documents, and where all of it comes from.
 */
export const matrixCsv = (
  matrix: OrderedMatrix,
  hrefOf: (one: string, other: string) => string,
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
    sortedPairs(matrix, null, 'highest').map(({ one, other, value, shared }) => [
      one.key,
      one.name,
      other.key,
      other.name,
      value,
      shared,
      new URL(hrefOf(one.key, other.key), location.href).href,
      ...provenanceValues(provenance),
    ]),
  );
