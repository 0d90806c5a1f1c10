import {
  Basis,
  ChangeKind,
  CitationRole,
  Confidence,
  Position,
  Precision,
  Tier,
  Verification,
} from '#postgres/generated/enums.ts';
import { url } from './forms.ts';
import { date, declare, integer, keyOf, later, oneOf, optional, type RowOf, text } from './table.ts';

export const stance = declare({
  name: 'stance',
  key: ['party', 'proposition', 'heldFrom'],
  catalogue: false,
  columns: {
    party: keyOf('party', 'Party that holds the position.'),
    proposition: keyOf('proposition', 'On what.'),
    heldFrom: date('First day on which the position is held.'),
    position: oneOf({ Position }, 'The position.'),
    heldFromPrecision: oneOf({ Precision }, 'How exact that day is.', { usual: 'DAY' }),
    heldUntil: optional(
      date('First day on which the party no longer held it by its own account; empty when none is recorded.'),
    ),
    basis: oneOf({ Basis }, 'How the party is bound to the position.'),
    confidence: oneOf({ Confidence }, 'How certain the curators are.'),
    tier: oneOf({ Tier }, '`CORE`, or `EXTENDED` for bulk records.', { usual: 'CORE' }),
    changeKind: optional(oneOf({ ChangeKind }, 'What changed since the previous stance; empty when nothing did.')),
    verb: optional(text('Diplomatic verb from which the position was read.')),
    rationale: optional(text('Why the position was read that way.')),
  },
});

export type StanceRow = RowOf<typeof stance>;

/** `ordinal` is the index among the citations of the stance. */
export const citation = declare({
  name: 'citation',
  key: ['party', 'proposition', 'heldFrom', 'ordinal'],
  catalogue: false,
  owner: { table: 'stance', key: ['party', 'proposition', 'heldFrom'] },
  subject: ['party', 'proposition', 'heldFrom'],
  columns: {
    party: keyOf('party', 'Party that holds the position.'),
    proposition: keyOf('proposition', 'On what.'),
    heldFrom: date('First day on which the position is held.'),
    ordinal: integer('Index among the citations of the stance, from 0.', { minimum: 0 }),
    document: keyOf('document', 'The document.'),
    role: oneOf(
      { CitationRole },
      '`PRIMARY`, or `CARRIER` for a report that carries the text of the primary document.',
      { usual: 'PRIMARY' },
    ),
    locator: optional(text('Location in the document, such as `para 5`.')),
    keyPhrase: optional(text('Quotation of at most eight words.')),
    verification: oneOf({ Verification }, 'How far the citation was checked against a page.'),
    verifiedAt: optional(text('Address of the page that was read.', { form: url })),
    verifiedIn: optional(text('Location at that address.')),
    verifiedAgainst: later(
      optional(keyOf('document', 'Document against which the wording was verified, such as an official transcript.')),
    ),
  },
});

export type CitationRow = RowOf<typeof citation>;

/** The party could take a position on that day and did not. */
export const absence = declare({
  name: 'absence',
  key: ['party', 'proposition', 'date'],
  catalogue: false,
  columns: {
    party: keyOf('party', 'Party that was absent.'),
    proposition: keyOf('proposition', 'From what.'),
    date: date('Day of the absence.'),
    precision: oneOf({ Precision }, 'How exact that day is.', { usual: 'DAY' }),
    document: optional(keyOf('document', 'Document that shows it; empty for roll calls, whose own document shows it.')),
  },
});

export type AbsenceRow = RowOf<typeof absence>;

/** Which words a curator reads as which position. */
export const verbGuide = declare({
  name: 'verb_guide',
  key: ['verb'],
  catalogue: false,
  columns: { verb: text('The words.'), position: oneOf({ Position }, 'The position.') },
});

export type VerbGuideRow = RowOf<typeof verbGuide>;
