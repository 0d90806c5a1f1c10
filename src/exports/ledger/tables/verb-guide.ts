import { Position } from '#postgres/generated/enums.ts';
import { addedIn, chosen, required } from '../ledger-column.ts';
import { addedInRevision, knownAt, type LedgerTable } from '../ledger-table.ts';

export const verbGuide: LedgerTable = {
  name: 'verb_guide',
  title: 'Verb guide',
  description: 'Which diplomatic verbs curators read as which position. A judgement, not a law.',
  primaryKey: ['verb'],
  references: [addedInRevision],
  columns: [
    required.text('verb', 't.verb', 'The words.'),
    chosen('position', 't.position', Position, 'The position.'),
    addedIn(),
  ],
  from: (rows) => `verb_guide t WHERE ${knownAt('t', rows)}`,
  orderBy: 't.verb',
};
