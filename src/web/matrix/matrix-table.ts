import type { Table } from '../charts/table.ts';
import type { OrderedMatrix } from './ordered-matrix.ts';
import type { Pair } from './pair.ts';
import { sortedPairs } from './pairs/sorted-pairs.ts';

/**
 * A matrix in files, a row for each pair: who, the value (empty where there is none), on how many propositions, and the address that shows these and
 * their documents.
 */
export const matrixTable = (matrix: OrderedMatrix, hrefOf: (one: string, other: string) => string): Table<Pair> => ({
  // Made when it is taken: there may be 20,000.
  get rows() {
    return sortedPairs(matrix, null, 'highest');
  },
  columns: [
    { name: 'party_key', label: null, value: ({ one }) => one.key },
    { name: 'party_name', label: null, value: ({ one }) => one.name },
    { name: 'other_key', label: null, value: ({ other }) => other.key },
    { name: 'other_name', label: null, value: ({ other }) => other.name },
    { name: 'value', label: null, value: ({ value }) => value },
    { name: 'shared_propositions', label: null, value: ({ shared }) => shared },
    {
      name: 'evidence',
      label: null,
      value: ({ one, other }) => new URL(hrefOf(one.key, other.key), location.href).href,
    },
  ],
});
