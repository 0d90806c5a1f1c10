import { Basis, Confidence, Precision } from '#postgres/generated/enums.ts';

// Columns hold the index of a value in these lists. Confidence is in ascending order.
export const bases = Object.values(Basis);
export const confidences = [Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH] as const;
export const precisions = Object.values(Precision);

export type { Basis, Confidence };
