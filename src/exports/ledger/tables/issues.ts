import { Tier } from '#postgres/generated/enums.ts';
import { addedIn, chosen, optional, required, slugPattern } from '../ledger-column.ts';
import { addedInRevision, catalogueAt, type LedgerTable } from '../ledger-table.ts';

export const issues: LedgerTable = {
  name: 'issues',
  title: 'Issues',
  description: 'What is contended.',
  primaryKey: ['key'],
  references: [addedInRevision],
  columns: [
    required.text('key', 't.key', 'Slug of the issue.', slugPattern),
    required.text('name', 't.name', 'Name in English.'),
    optional.text('summary', 't.summary', 'What the issue is about, in one sentence.'),
    chosen('tier', 't.tier', Tier, '`CORE`, or `EXTENDED` for issues beyond the main ones.'),
    addedIn(),
  ],
  from: (rows) => catalogueAt('issue', rows),
  orderBy: 't.key',
};
