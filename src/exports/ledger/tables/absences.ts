import { Precision } from '#postgres/generated/enums.ts';
import { addedIn, chosen, optional, required, slugPattern } from '../ledger-column.ts';
import { addedInRevision, cameOrWent, knownAt, type LedgerTable, references } from '../ledger-table.ts';

export const absences: LedgerTable = {
  name: 'absences',
  title: 'Absences',
  description: 'A party could take a position on that day and did not. Never a position, not even a neutral one.',
  primaryKey: ['party_key', 'proposition_key', 'date'],
  references: [
    references('parties', 'party_key', 'party.id'),
    references('propositions', 'proposition_key', 'proposition.id'),
    references('documents', 'document_key', 'document.id'),
    addedInRevision,
  ],
  columns: [
    required.text('party_key', 'party.key', 'Party that was absent.'),
    required.text('proposition_key', 'proposition.key', 'From what.', slugPattern),
    required.date('date', 't.date', 'Day of the absence.'),
    chosen('precision', 't.precision', Precision, 'How exact that day is.'),
    optional.text(
      'document_key',
      'document.key',
      'Document that shows it; empty for roll calls, whose own document shows it.',
      slugPattern,
    ),
    addedIn(),
  ],
  from: (
    rows,
  ) => `absence t LEFT JOIN party ON party.id = t.party_id LEFT JOIN proposition ON proposition.id = t.proposition_id
    LEFT JOIN document ON document.id = t.document_id WHERE ${knownAt('t', rows)} AND ${cameOrWent('t', rows)}`,
  orderBy: 't.proposition_id, t.party_id, t.date',
};
