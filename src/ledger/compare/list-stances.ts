import { inForceUntil, type Keep } from '#agreement/in-force.ts';
import type { HalfSteps } from '#agreement/position.ts';
import { isKnown } from '#agreement/stance-columns.ts';
import type { Party, Snapshot } from '../snapshot/snapshot.ts';
import { propositionsInScope } from './propositions-in-scope.ts';
import type { Scope } from './scope.ts';
import { stanceFits } from './stance-fits.ts';
import { type StanceOrder, stancesInOrder } from './stance-orders.ts';

/** Which stances, besides those of a scope. */
export interface StanceQuestion {
  readonly scope: Scope;
  /** Undefined: all. */
  readonly parties?: readonly Party[] | undefined;
  readonly positions?: ReadonlySet<HalfSteps> | undefined;
  /** Anything else, by place in the columns. */
  readonly also?: Keep | undefined;
  /** Only those in force on the scope's day; else every one ever recorded that is known at its revision. */
  readonly inForce: boolean;
}

/** Places in the columns of the stances that fit, in order. */
export function listStances(snapshot: Snapshot, question: StanceQuestion, order: StanceOrder): number[] {
  const { stances } = snapshot;
  const { asOf, asKnownAt } = question.scope;
  const parties = question.parties && new Set(question.parties.map(({ ordinal }) => ordinal));
  const propositions = new Uint8Array(snapshot.propositions.list.length);
  for (const ordinal of propositionsInScope(snapshot, question.scope)) propositions[ordinal] = 1;
  const fits = stanceFits(snapshot, question.scope);
  return Array.from(stancesInOrder(snapshot, order)).filter(
    (place) =>
      isKnown(stances, place, asKnownAt) &&
      propositions[stances.proposition[place] as number] === 1 &&
      (parties?.has(stances.party[place] as number) ?? true) &&
      (question.positions?.has(stances.position[place] as HalfSteps) ?? true) &&
      fits(place) &&
      (question.also?.(place) ?? true) &&
      (!question.inForce || isInForce(snapshot, place, asOf, asKnownAt)),
  );
}

const isInForce = ({ stances }: Snapshot, place: number, day: number, revision: number) =>
  (stances.heldFrom[place] as number) <= day && inForceUntil(stances, place, revision) > day;
