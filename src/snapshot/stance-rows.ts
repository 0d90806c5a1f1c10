import { fromHalfSteps } from '#agreement/position.ts';
import { bases, confidences, precisions } from './closed-sets.ts';

/** Days since 1970-01-01, in SQL. */
export const daySql = (column: string): string => `(${column} - date '1970-01-01')`;

/** The index of an enum value in a list, in SQL. */
export const indexSql = (column: string, values: readonly string[]): string =>
  `CASE ${column} ${values.map((value, stanceRow) => `WHEN '${value}' THEN ${stanceRow}`).join(' ')} END`;

const positions = [-2, -1, 0, 1, 2].map(fromHalfSteps);
const bits = 4;
const mask = (1 << bits) - 1;

const traits = [
  indexSql('position', positions),
  indexSql('basis', bases),
  indexSql('confidence', confidences),
  indexSql('held_from_precision', precisions),
].map((stanceRow, index) => `((${stanceRow}) << ${index * bits})`);

/** What the snapshot needs of a stance, as integers: see the fields below. */
export const stanceQuery = (condition = 'true'): string => `
  SELECT id, party_id, proposition_id, ${daySql('held_from')}, ${daySql('held_until')}, added_in, retired_in, ${traits.join(' | ')}
  FROM stance WHERE ${condition}`;

/** The fields of a row of `stanceQuery`, by index. */
export const stanceField = {
  id: 0,
  party: 1,
  proposition: 2,
  heldFrom: 3,
  heldUntil: 4,
  addedIn: 5,
  retiredIn: 6,
  traits: 7,
} as const;

/** The closed sets that are packed into one field. Position is in half steps. */
export const unpackTraits = (packed: number) => ({
  position: (packed & mask) - 2,
  basis: (packed >> bits) & mask,
  confidence: (packed >> (2 * bits)) & mask,
  precision: (packed >> (3 * bits)) & mask,
});
