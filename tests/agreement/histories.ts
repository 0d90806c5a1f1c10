import * as fc from 'fast-check';
import { NEVER } from '#agreement/stance-columns.ts';
import type { StanceRecord } from './columns.ts';

/** Days and revisions of the histories below are smaller than these. */
export const days = 12;
export const revisions = 5;

interface Full extends StanceRecord {
  readonly until: number;
  readonly addedIn: number;
  readonly retiredIn: number;
}

const versions: fc.Arbitrary<Full> = fc
  .record({
    party: fc.nat(2),
    position: fc.integer({ min: -2, max: 2 }),
    from: fc.nat(days - 2),
    lasts: fc.option(fc.integer({ min: 1, max: days }), { nil: NEVER, freq: 2 }),
    addedIn: fc.integer({ min: 1, max: revisions - 1 }),
    stands: fc.option(fc.integer({ min: 1, max: revisions }), { nil: NEVER, freq: 3 }),
  })
  .map(({ lasts, stands, ...version }) => ({
    ...version,
    until: lasts === NEVER ? NEVER : version.from + lasts,
    retiredIn: stands === NEVER ? NEVER : version.addedIn + stands,
  }));

/** As roll calls are: nothing ends, nothing is corrected, and most points come after all of it. */
const quietVersions: fc.Arbitrary<Full> = fc.record({
  party: fc.nat(2),
  position: fc.integer({ min: -2, max: 2 }),
  from: fc.nat(days / 2),
  until: fc.constant(NEVER),
  addedIn: fc.integer({ min: 1, max: 2 }),
  retiredIn: fc.constant(NEVER),
});

/** What the ledger could hold of three parties on one proposition: at no revision two stances from the same day. */
export const histories: fc.Arbitrary<Full[]> = fc
  .oneof(fc.array(versions, { maxLength: 12 }), fc.array(quietVersions, { maxLength: 12 }))
  .map((drawn) => drawn.filter((one, index) => !drawn.slice(0, index).some((other) => clash(one, other))));

const clash = (a: Full, b: Full) =>
  a.party === b.party && a.from === b.from && a.addedIn < b.retiredIn && b.addedIn < a.retiredIn;

/** The stance of a party in force by the words of the design: latest first day, known, not ended. */
export function heldBy(history: readonly Full[], party: number, day: number, revision: number): Full | undefined {
  const latest = history
    .filter((one) => one.party === party && one.from <= day && one.addedIn <= revision && one.retiredIn > revision)
    .sort((a, b) => b.from - a.from)[0];
  return latest !== undefined && latest.until > day ? latest : undefined;
}

export const points = fc.record({ day: fc.nat(days), revision: fc.nat(revisions) });
