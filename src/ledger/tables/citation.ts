import type { CitationRole, Verification } from '#postgres/generated/enums.ts';
import { date, integer, keyOf, oneOf, type Table, text } from './table.ts';

/** `ordinal` is its place among the citations of the stance, from 0. */
export interface CitationRow {
  readonly party: string;
  readonly proposition: string;
  readonly heldFrom: string;
  readonly ordinal: number;
  readonly document: string;
  readonly role: CitationRole;
  readonly locator: string | null;
  readonly keyPhrase: string | null;
  readonly verification: Verification;
  readonly verifiedAt: string | null;
  readonly verifiedIn: string | null;
}

export const citation: Table<CitationRow> = {
  name: 'citation',
  key: ['party', 'proposition', 'heldFrom', 'ordinal'],
  catalogue: false,
  owner: { table: 'stance', key: ['party', 'proposition', 'heldFrom'] },
  subject: ['party', 'proposition', 'heldFrom'],
  columns: {
    party: keyOf('party'),
    proposition: keyOf('proposition'),
    heldFrom: date('held_from'),
    ordinal: integer('ordinal'),
    document: keyOf('document'),
    role: oneOf('CitationRole', 'role'),
    locator: text('locator'),
    keyPhrase: text('key_phrase'),
    verification: oneOf('Verification', 'verification'),
    verifiedAt: text('verified_at'),
    verifiedIn: text('verified_in'),
  },
};
