import { dayOf } from '../../../src/agreement/day.ts';
import { defaultPolicy } from '../../../src/agreement/policy.ts';
import { resolveScope } from '../../../src/comparison/scope.ts';
import { agreementSeries, ownPoints, pointsWith, type SeriesPoint } from '../../../src/comparison/series/series.ts';
import type { Party } from '../../../src/snapshot/catalogue.ts';
import type { Snapshot } from '../../../src/snapshot/snapshot.ts';
import { asOf } from '../matrix/whole.ts';

/** The same snapshot, of which nothing is remembered. */
export const forgetful = (snapshot: Snapshot): Snapshot => ({ ...snapshot });

/** A series by session over all roll calls. */
const bySession = (snapshot: Snapshot, parties: readonly Party[], own: number) =>
  agreementSeries(
    {
      snapshot,
      parties,
      unit: 'SESSION',
      from: null,
      scope: resolveScope(snapshot, { kinds: ['ROLL_CALL'], asOf: dayOf(asOf) }, { today: dayOf(asOf) }),
      policy: defaultPolicy,
    },
    own,
  );

/** What the API computes for `points` of two parties. */
export const ofTwo = (snapshot: Snapshot, pair: readonly [Party, Party]): readonly SeriesPoint[] =>
  ownPoints(bySession(snapshot, pair, 2));

/** What the API computes for `with`: the first party with each of the others. */
export function ofOneWithAll(snapshot: Snapshot, parties: readonly Party[]): readonly (readonly SeriesPoint[])[] {
  const series = bySession(snapshot, parties, 1);
  return parties.slice(1).map((_, index) => pointsWith(series, index + 1));
}
