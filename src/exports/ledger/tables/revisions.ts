import { required } from '../ledger-column.ts';
import type { LedgerTable } from '../ledger-table.ts';

export const revisions: LedgerTable = {
  name: 'revisions',
  title: 'Revisions',
  description: 'Every committed change of the ledger up to the exported one. Numbers have no gaps.',
  primaryKey: ['number'],
  references: [],
  columns: [
    required.integer('number', 't.number', 'Number of the revision, from 1.', { minimum: 1 }),
    required.datetime('time', 't.time', 'Time of the commit.'),
    required.text('author', 't.author', 'Author of the revision.'),
    required.text('source', 't.source', 'Source of its records: `seeds`, `unga`, or the name of another source.'),
    required.text('message', 't.message', 'Reason for the revision.'),
    required.text(
      'digest',
      `encode(t.digest, 'hex')`,
      'SHA-256 over the previous digest and everything that the revision added, amended and retired; 64 hex digits.',
    ),
  ],
  from: ({ at }) => `revision t WHERE t.number <= ${at}`,
  orderBy: 't.number',
};
