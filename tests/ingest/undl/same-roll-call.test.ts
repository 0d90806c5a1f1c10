import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Likeness, likePairs, matchesIn, type RollCallSign } from '#ingest/roll-calls/match/same-roll-call.ts';
import { symbolForm } from '#ledger/symbol-form.ts';

const sign = (id: number, symbol: string | null, day = '2020-12-31', session = 75): RollCallSign => ({
  ...{ id, body: 'UNGA', session, day },
  symbol: symbolForm(symbol),
});

/** Which pairs of records are alike, as `ours theirs by`. */
const alike = (ours: readonly RollCallSign[], theirs: readonly RollCallSign[]) =>
  likePairs(ours, theirs).map((pair) => `${pair.ours} ${pair.theirs} ${pair.by}`);

describe('records are alike', () => {
  test('by an equal symbol, whatever the days', () => {
    expect(alike([sign(1, 'A/RES/75/24')], [sign(11, 'R/75/24', '2020-12-02')])).toEqual(['1 11 SYMBOL']);
  });

  test('by a symbol without the letter, if the ledger has no other on it and the day is the same', () => {
    expect(alike([sign(1, 'A/RES/75/250A')], [sign(11, 'A/RES/75/250')])).toEqual(['1 11 BASE']);
    expect(alike([sign(1, 'A/RES/75/250B', '2021-04-16')], [sign(11, 'A/RES/75/250')])).toEqual([]);
    expect(alike([sign(1, 'A/RES/62/223A')], [sign(11, 'R/62/223 B'), sign(12, 'R/62/223C')])).toEqual([]);
  });

  test('by the letter alone, where there are several', () => {
    const four = ['A/RES/75/254A-C', 'A/RES/75/254[A]', 'A/RES/75/254[B]', 'A/RES/75/254[C]'];
    const theirs = four.map((symbol, index) => sign(11 + index, symbol.replace(/[[\]]/g, '')));
    expect(
      alike(
        four.map((symbol, index) => sign(1 + index, symbol)),
        theirs,
      ),
    ).toEqual([...['1 11 SYMBOL', '2 12 SYMBOL', '3 13 SYMBOL', '4 14 SYMBOL']]);
  });

  test('not a resolution and the motion on it', () => {
    const theirs = [sign(11, 'R/26/2758', '1971-10-07', 26), sign(12, 'R/26/2758A', '1971-10-07', 26)];
    expect(alike([sign(1, 'A/RES/2758(XXVI)', '1971-10-25', 26)], theirs)).toEqual(['1 11 SYMBOL']);
  });

  test('by the day where one has no symbol, and in sessions to 53 by the month', () => {
    const nameless = [sign(11, null), sign(12, null, '2020-12-30')];
    expect(alike([sign(1, 'A/RES/75/1')], nameless)).toEqual(['1 11 DAY']);
    expect(alike([sign(1, 'A/RES/79/XX')], [sign(11, 'A/RES/75/1')])).toEqual(['1 11 DAY']);
    expect(alike([sign(1, 'A/RES/1807(XVII)', '1962-11-30', 17)], [sign(11, null, '1962-11-07', 17)])).toEqual([
      '1 11 DAY',
    ]);
    expect(alike([sign(1, 'A/RES/1807(XVII)', '1962-12-01', 17)], [sign(11, null, '1962-11-07', 17)])).toEqual([]);
  });

  test('never across bodies', () => {
    expect(alike([{ ...sign(1, null), body: 'UNSC' }], [sign(11, null)])).toEqual([]);
  });
});

const pair = (ours: number, theirs: number, by: Likeness = 'SYMBOL', equal = 100, shared = 100) => ({
  ours,
  theirs,
  by,
  shared,
  equal,
});

describe('alike records are the same', () => {
  test.each([
    [100, 97, true],
    [100, 96, false],
    [33, 32, false],
    [34, 33, true],
    [1, 1, true],
    [0, 0, false],
  ])('of %i votes in both, %i of them equal: %s', (shared, equal, isSame) => {
    expect(matchesIn([pair(1, 11, 'SYMBOL', equal, shared)]).same.has(1)).toBe(isSame);
  });

  test('unless another candidate fits as well', () => {
    const { same, ambiguous } = matchesIn([pair(1, 12), pair(1, 11), pair(2, 13, 'DAY'), pair(3, 13, 'DAY')]);
    expect([...same]).toEqual([]);
    expect([...ambiguous]).toEqual([
      [1, [11, 12]],
      [2, [13]],
      [3, [13]],
    ]);
  });

  test('when the votes of the other candidate differ', () => {
    expect([...matchesIn([pair(1, 11, 'DAY'), pair(1, 12, 'DAY', 50)]).same]).toEqual([[1, 11]]);
  });

  test('a symbol decides before a day does', () => {
    const { same, ambiguous } = matchesIn([pair(1, 11), pair(1, 12, 'DAY'), pair(2, 12, 'DAY'), pair(2, 11, 'BASE')]);
    expect([...same]).toEqual([
      [1, 11],
      [2, 12],
    ]);
    expect(ambiguous.size).toBe(0);
  });
});

const pairs = fc.uniqueArray(
  fc.record({
    ours: fc.integer({ min: 1, max: 6 }),
    theirs: fc.integer({ min: 11, max: 16 }),
    by: fc.constantFrom<Likeness>('SYMBOL', 'BASE', 'DAY'),
    shared: fc.constant(100),
    equal: fc.integer({ min: 94, max: 100 }),
  }),
  { selector: ({ ours, theirs }) => `${ours} ${theirs}` },
);

test('no roll call is two others, and what is doubtful is neither loaded nor the same', () => {
  fc.assert(
    fc.property(pairs, (made) => {
      const { same, ambiguous } = matchesIn(made);
      expect(new Set(same.values()).size).toBe(same.size);
      for (const [ours, theirs] of same) {
        expect(ambiguous.has(ours)).toBe(false);
        expect(made.some((one) => one.ours === ours && one.theirs === theirs && one.equal >= 97)).toBe(true);
      }
    }),
  );
});

test('the order of the records does not matter', () => {
  fc.assert(
    fc.property(pairs, (made) => {
      const forwards = matchesIn(made);
      const backwards = matchesIn([...made].reverse());
      expect(new Map([...backwards.same].sort())).toEqual(new Map([...forwards.same].sort()));
      expect(new Map([...backwards.ambiguous].sort())).toEqual(new Map([...forwards.ambiguous].sort()));
    }),
  );
});
