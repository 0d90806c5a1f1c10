import { Basis, Confidence, Precision } from '#postgres/generated/enums.ts';

// Columns hold the index of a value in these lists. Confidence is in ascending order.
export const bases = Object.values(Basis);
export const confidences = [Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH] as const;
export const precisions = Object.values(Precision);

export type { Basis, Confidence };

/** The closed sets that are packed into a byte of the column of traits: the lowest bit of each, and the most values that there is room for. */
export const traits = {
  basis: { shift: 0, room: 16 },
  confidence: { shift: 4, room: 4 },
  precision: { shift: 6, room: 4 },
} as const;

const unpacked =
  ({ shift, room }: (typeof traits)[keyof typeof traits]) =>
  (packed: number): number =>
    (packed >> shift) & (room - 1);

/** The index of a value of the column of traits in the list of its set. */
export const basisIn = unpacked(traits.basis);
export const confidenceIn = unpacked(traits.confidence);
export const precisionIn = unpacked(traits.precision);
