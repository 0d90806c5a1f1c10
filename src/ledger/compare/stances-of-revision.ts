import { placesOfHolder } from '#agreement/stance-columns.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { stancesInOrder } from './stance-orders.ts';

const inOrder = (snapshot: Snapshot, fits: (place: number) => boolean) =>
  Array.from(stancesInOrder(snapshot, 'PARTY').filter(fits));

/** Places of the stances that a revision added; by party, proposition and day. */
export const stancesAddedIn = (snapshot: Snapshot, revision: number): number[] =>
  inOrder(snapshot, (place) => snapshot.stances.addedIn[place] === revision);

/** Places of the stances that a revision retired; in the same order. */
export const stancesRetiredIn = (snapshot: Snapshot, revision: number): number[] =>
  inOrder(snapshot, (place) => snapshot.stances.retiredIn[place] === revision);

/** Places of every version of a stance that was ever recorded, itself included: of its party, proposition and first day. The oldest first. */
export function versionsOf({ stances }: Snapshot, place: number): number[] {
  const { heldFrom, addedIn } = stances;
  return placesOfHolder(stances, place)
    .filter((other) => heldFrom[other] === heldFrom[place])
    .sort((a, b) => (addedIn[a] as number) - (addedIn[b] as number));
}
