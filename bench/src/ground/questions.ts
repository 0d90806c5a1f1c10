import { dayOf } from '../../../src/agreement/day.ts';
import { defaultPolicy } from '../../../src/agreement/policy.ts';
import { type Comparison, compare } from '../../../src/comparison/comparison.ts';
import {
  commonGround,
  type GroundRow,
  groundOrder,
  groundRowAt,
  passingIn,
} from '../../../src/comparison/ground/common-ground.ts';
import { type WedgeRow, wedgesBetween } from '../../../src/comparison/ground/wedges.ts';
import { type Neighbour, neighboursOf } from '../../../src/comparison/nearest.ts';
import { resolveScope } from '../../../src/comparison/scope.ts';
import { allCountries, speakingParties } from '../../../src/comparison/speaking-parties.ts';
import type { Party } from '../../../src/snapshot/catalogue.ts';
import type { Snapshot } from '../../../src/snapshot/snapshot.ts';
import { asOf } from '../matrix/whole.ts';

/** Parties over all roll calls, made anew: nothing is remembered. */
export function overRollCalls(snapshot: Snapshot, parties: readonly Party[]): Comparison {
  const scope = resolveScope(snapshot, { kinds: ['ROLL_CALL'], asOf: dayOf(asOf) }, { today: dayOf(asOf) });
  return compare(snapshot, parties, scope, defaultPolicy);
}

/** The countries that vote, at most 193 of them, by key. */
export const voters = (snapshot: Snapshot): readonly Party[] =>
  speakingParties(overRollCalls(snapshot, allCountries(snapshot))).parties.slice(0, 193);

export interface GroundAnswer {
  readonly total: number;
  readonly passing: number;
  /** The first page. */
  readonly rows: readonly GroundRow[];
}

/** Rows of the largest page. */
export const page = 250;

/** What the API computes for `commonGround`: the order of all rows, and everything about those of the first page. */
export function ground(comparison: Comparison): GroundAnswer {
  const found = commonGround(comparison, { quorum: 0.5, shareOf: 'ALL', minimumHolders: 2 });
  const order = groundOrder(found, 'SHARE_DESC');
  const rows = Array.from(order.subarray(0, page), (index) => groundRowAt(found, index));
  return { total: order.length, passing: passingIn(found), rows };
}

/** What the API computes for `wedges` between the first parties and the others. */
export const wedges = (comparison: Comparison, leftCount: number): readonly WedgeRow[] =>
  wedgesBetween(comparison, leftCount, false, { shareOf: 'ALL', minimumHolders: 1 }).rows;

/** What the API computes for `nearest` of the first party. */
export const nearest = (comparison: Comparison): readonly Neighbour[] =>
  neighboursOf(comparison, comparison.parties[0] as Party, 'HIGHEST');
