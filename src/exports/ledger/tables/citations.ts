import { CitationRole, Verification } from '#postgres/generated/enums.ts';
import { addedIn, chosen, optional, required, slugPattern, stanceKeyPattern, stanceKeySql } from '../ledger-column.ts';
import { addedInRevision, cameOrWent, knownAt, type LedgerTable, references } from '../ledger-table.ts';

export const citations: LedgerTable = {
  name: 'citations',
  title: 'Citations',
  description:
    'The documents that show a stance. A vote has no citation of its own; the document of its roll call shows it.',
  primaryKey: ['stance_key', 'ordinal'],
  references: [
    references('stances', 'stance_key', 'stance.id'),
    references('documents', 'document_key', 'document.id'),
    addedInRevision,
  ],
  columns: [
    required.text(
      'stance_key',
      stanceKeySql('party.key', 'proposition.key', 'stance.held_from'),
      'The stance.',
      stanceKeyPattern,
    ),
    required.integer('ordinal', 't.ordinal', 'Index among the citations of the stance, from 0.', { minimum: 0 }),
    required.text('document_key', 'document.key', 'The document.', slugPattern),
    chosen(
      'role',
      't.role',
      CitationRole,
      '`PRIMARY`, or `CARRIER` for a report that carries the text of the primary document.',
    ),
    optional.text('locator', 't.locator', 'Location in the document, such as `para 5`.'),
    optional.text('key_phrase', 't.key_phrase', 'Quotation of at most eight words.'),
    chosen('verification', 't.verification', Verification, 'How far the citation was checked against a page.'),
    optional.text('verified_at', 't.verified_at', 'Address of the page that was read.'),
    optional.text('verified_in', 't.verified_in', 'Location at that address.'),
    addedIn(),
  ],
  from: (rows) => `citation t JOIN stance ON stance.id = t.stance_id JOIN party ON party.id = stance.party_id
    JOIN proposition ON proposition.id = stance.proposition_id JOIN document ON document.id = t.document_id
    WHERE ${knownAt('t', rows)} AND ${knownAt('stance', rows)} AND (${cameOrWent('t', rows)} OR ${cameOrWent('stance', rows)})`,
  orderBy: 'stance.proposition_id, stance.party_id, stance.held_from, t.ordinal',
};
