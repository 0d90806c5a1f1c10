import type { Table } from '../charts/table.ts';
import { worldTexts } from '../texts/en-world.ts';
import { shareInWords } from '../words/measures.ts';
import type { Agreement, Agreements } from './agreements.ts';
import { comparisonAddress, type Question } from './question.ts';

const words = worldTexts;

/** The agreement of a party with every other, a row for each; no value where none is known. */
export const worldTable = (
  party: { readonly key: string; readonly name: string },
  { countries, blocs, unknown }: Agreements,
  question: Question,
): Table<Agreement> => ({
  rows: [...countries, ...blocs, ...unknown],
  columns: [
    { name: 'party_key', label: null, value: () => party.key },
    { name: 'party_name', label: null, value: () => party.name },
    { name: 'other_key', label: null, value: ({ key }) => key },
    { name: 'other_name', label: words.party, value: ({ name }) => name },
    {
      name: 'value',
      label: words.value,
      value: ({ value }) => value,
      shown: ({ value }) => (value === null ? words.notKnown : shareInWords(question.measure, value)),
      isNumber: true,
    },
    { name: 'shared_propositions', label: words.propositions, value: ({ shared }) => shared, isNumber: true },
    {
      name: 'evidence',
      label: null,
      value: ({ key }) => new URL(comparisonAddress(question, key), location.href).href,
    },
  ],
});
