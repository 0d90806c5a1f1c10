import type { Table } from '../charts/table.ts';
import { coverageTexts } from '../texts/en-coverage.ts';
import { dateInShort } from '../words/dates.ts';
import type { Cell, Coverage } from './coverage-rows.ts';

const words = coverageTexts;

/** Coverage as a table, a row for each party and issue; the issue is empty in files for the propositions that are about none. */
export const coverageTable = ({ cells }: Coverage): Table<Cell> => ({
  rows: cells,
  columns: [
    { name: 'party_key', label: null, value: ({ party }) => party.key },
    { name: 'party_name', label: words.party, value: ({ party }) => party.name },
    { name: 'issue_key', label: null, value: ({ issue }) => issue?.key ?? null },
    {
      name: 'issue_name',
      label: words.issue,
      value: ({ issue }) => issue?.name ?? null,
      shown: ({ issue }) => issue?.name ?? words.noIssue,
    },
    { name: 'propositions', label: words.propositions, value: ({ propositions }) => propositions, isNumber: true },
    { name: 'held', label: words.known, value: ({ held }) => held, isNumber: true },
    { name: 'absent', label: words.absentColumn, value: ({ absent }) => absent, isNumber: true },
    { name: 'unknown', label: words.unknown, value: ({ unknown }) => unknown, isNumber: true },
    {
      name: 'latest',
      label: words.latestColumn,
      value: ({ latest }) => latest,
      shown: ({ latest }) => (latest === null ? '' : dateInShort(latest)),
    },
  ],
});
