import type { Position } from '#agreement/position.ts';
import type {
  Basis,
  ChangeKind,
  CitationRole,
  Confidence,
  Precision,
  Tier,
  Verification,
} from '#postgres/generated/enums.ts';
import { date, integer, keyOf, oneOf, optionalKeyOf, type Table, text } from './table.ts';

export interface StanceRow {
  readonly party: string;
  readonly proposition: string;
  readonly heldFrom: string;
  readonly position: Position;
  readonly heldFromPrecision: Precision;
  readonly heldUntil: string | null;
  readonly basis: Basis;
  readonly confidence: Confidence;
  readonly tier: Tier;
  readonly changeKind: ChangeKind | null;
  readonly verb: string | null;
  readonly rationale: string | null;
}

export const stance: Table<StanceRow> = {
  name: 'stance',
  key: ['party', 'proposition', 'heldFrom'],
  catalogue: false,
  columns: {
    party: keyOf('party'),
    proposition: keyOf('proposition'),
    heldFrom: date('held_from'),
    position: oneOf('Position', 'position'),
    heldFromPrecision: oneOf('Precision', 'held_from_precision'),
    heldUntil: date('held_until'),
    basis: oneOf('Basis', 'basis'),
    confidence: oneOf('Confidence', 'confidence'),
    tier: oneOf('Tier', 'tier'),
    changeKind: oneOf('ChangeKind', 'change_kind'),
    verb: text('verb'),
    rationale: text('rationale'),
  },
};

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

export interface AbsenceRow {
  readonly party: string;
  readonly proposition: string;
  readonly date: string;
  readonly precision: Precision;
  readonly document: string | null;
}

export const absence: Table<AbsenceRow> = {
  name: 'absence',
  key: ['party', 'proposition', 'date'],
  catalogue: false,
  columns: {
    party: keyOf('party'),
    proposition: keyOf('proposition'),
    date: date('date'),
    precision: oneOf('Precision', 'precision'),
    document: optionalKeyOf('document'),
  },
};

/** Which words a curator reads as which position. */
export interface VerbGuideRow {
  readonly verb: string;
  readonly position: Position;
}

export const verbGuide: Table<VerbGuideRow> = {
  name: 'verb_guide',
  key: ['verb'],
  catalogue: false,
  columns: { verb: text('verb'), position: oneOf('Position', 'position') },
};
