import type { Position } from '#agreement/position.ts';
import type { Basis, ChangeKind, Confidence, Precision, Tier } from '#postgres/generated/enums.ts';
import { date, keyOf, oneOf, type Table, text } from './table.ts';

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
