import { PassageKind } from '#postgres/generated/enums.ts';
import { addedIn, chosen, optional, required, slugPattern, stanceKeySql } from '../ledger-column.ts';
import { addedInRevision, catalogueAt, knownAt, type LedgerTable, type Rows, references } from '../ledger-table.ts';

/** Keys that other rows link to a passage, sorted, as a JSON array. */
const linked = (name: string, key: string, from: string, rows: Rows) => `
  CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_agg(${key} ORDER BY ${key} COLLATE "C"), '[]') AS keys
    FROM ${from} WHERE link.passage_id = t.id AND ${knownAt('link', rows)}
  ) ${name}`;

export const passages: LedgerTable = {
  name: 'passages',
  title: 'Passages',
  description: 'What a document says at a place, whether or not it is a stance.',
  primaryKey: ['key'],
  references: [references('documents', 'document_key', 'document.id'), addedInRevision],
  columns: [
    required.text('key', 't.key', 'Slug of the passage.', slugPattern),
    required.text('document_key', 'document.key', 'The document.', slugPattern),
    required.text('locator', 't.locator', 'Location in the document, such as `para 5`.'),
    optional.text('speaker', 't.speaker', 'Name or office of the speaker.'),
    optional.text('verb', 't.verb', 'Reporting verb.'),
    optional.text('key_phrase', 't.key_phrase', 'Quotation of at most eight words.'),
    chosen('kind', 't.kind', PassageKind, 'A position, a claim about others, a call, a relationship, or general.'),
    optional.text('note', 't.note', 'Note by the curators.'),
    required.array(
      'party_keys',
      'speakers.keys',
      'Keys of the parties whose words the passage reports, as a JSON array.',
    ),
    required.array('stance_keys', 'shown.keys', 'Keys of the stances that the passage shows, as a JSON array.'),
    addedIn(),
  ],
  from: (rows) =>
    catalogueAt(
      'passage',
      rows,
      `JOIN document ON document.id = t.document_id
      ${linked('speakers', 'party.key', 'passage_party link JOIN party ON party.id = link.party_id', rows)}
      ${linked(
        'shown',
        `(${stanceKeySql('party.key', 'proposition.key', 'link.held_from')})`,
        'passage_stance link JOIN party ON party.id = link.party_id JOIN proposition ON proposition.id = link.proposition_id',
        rows,
      )}`,
    ),
  orderBy: 't.key',
};
