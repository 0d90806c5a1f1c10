import { PassageKind } from '#postgres/generated/enums.ts';
import { date, declare, keyOf, oneOf, optional, type RowOf, slug, text } from './table.ts';

export const passage = declare({
  name: 'passage',
  key: ['key'],
  catalogue: true,
  columns: {
    key: slug('Slug of the passage.'),
    document: keyOf('document', 'The document.'),
    locator: text('Location in the document, such as `para 5`.'),
    speaker: optional(text('Name or office of the speaker.')),
    verb: optional(text('Reporting verb.')),
    keyPhrase: optional(text('Quotation of at most eight words.')),
    kind: oneOf({ PassageKind }, 'A position, a claim about others, a call, a relationship, or general.'),
    note: optional(text('Note by the curators.')),
  },
});

export type PassageRow = RowOf<typeof passage>;

/** Whose words a passage is. */
export const passageParty = declare({
  name: 'passage_party',
  key: ['passage', 'party'],
  catalogue: false,
  owner: { table: 'passage', key: ['passage'] },
  columns: { passage: keyOf('passage', 'The passage.'), party: keyOf('party', 'The party.') },
});

export type PassagePartyRow = RowOf<typeof passageParty>;

/** The stances that a passage shows. */
export const passageStance = declare({
  name: 'passage_stance',
  key: ['passage', 'party', 'proposition', 'heldFrom'],
  catalogue: false,
  owner: { table: 'passage', key: ['passage'] },
  columns: {
    passage: keyOf('passage', 'The passage.'),
    party: keyOf('party', 'Party that holds the position.'),
    proposition: keyOf('proposition', 'On what.'),
    heldFrom: date('First day on which the position is held.'),
  },
});

export type PassageStanceRow = RowOf<typeof passageStance>;
