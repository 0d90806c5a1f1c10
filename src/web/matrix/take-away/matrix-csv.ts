import { csvOf } from '../../take-away/csv.ts';
import type { OrderedMatrix } from '../ordered-matrix.ts';
import { sortedPairs } from '../pairs/sorted-pairs.ts';

/** A matrix as CSV, a row for each pair: who, the value (empty where there is none) and on how many propositions. */
export const matrixCsv = (matrix: OrderedMatrix): string =>
  csvOf(
    ['party_key', 'party_name', 'other_key', 'other_name', 'value', 'shared_propositions'],
    sortedPairs(matrix, null, 'highest').map(({ one, other, value, shared }) => [
      one.key,
      one.name,
      other.key,
      other.name,
      value,
      shared,
    ]),
  );
