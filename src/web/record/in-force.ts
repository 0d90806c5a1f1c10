import type { StanceLineFragment } from '../generated/graphql.ts';

/** The first day on which a stance is no longer in force; null if it has no end. */
export function endOf({ heldUntil, inForceUntil }: StanceLineFragment): string | null {
  if (heldUntil === null || inForceUntil === null) return heldUntil ?? inForceUntil;
  return heldUntil < inForceUntil ? heldUntil : inForceUntil;
}

/** Whether a stance is in force on a day. */
export function isInForce(stance: StanceLineFragment, day: string): boolean {
  const end = endOf(stance);
  return stance.heldFrom <= day && (end === null || day < end);
}
