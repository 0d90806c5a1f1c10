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
    required.datetime('time', 't.time', 'When it was committed.'),
    required.text('author', 't.author', 'Who made it.'),
    required.text('source', 't.source', 'Whose records it wrote: `seeds`, `unga`, or the name of another source.'),
    required.text('message', 't.message', 'Why it was made.'),
    required.text(
      'digest',
      `encode(t.digest, 'hex')`,
      'SHA-256 over the digest before it and all that it added, amended and retired, 64 hex digits.',
    ),
  ],
  from: ({ at }) => `revision t WHERE t.number <= ${at}`,
  orderBy: 't.number',
};
