import { beforeAll, describe, expect, test } from 'vitest';
import { measures } from '#agreement/measures/measure.ts';
import { defaultPolicy, type Policy } from '#agreement/policy.ts';
import { isHeld, MEAN_ONLY, SPLIT, UNKNOWN, WEIGHTLESS } from '#agreement/stance-matrix.ts';
import { agreementMatrix } from '#comparison/agreement-matrix.ts';
import { cohesionOf, groupOfBloc } from '#comparison/cohesion.ts';
import { agreementIn, type Comparison } from '#comparison/comparison.ts';
import { comparisonRows, confidenceOf } from '#comparison/comparison-rows.ts';
import { derivationOf } from '#comparison/derivation-receipt.ts';
import { dissentersOf } from '#comparison/dissent.ts';
import { evidenceIn } from '#comparison/evidence.ts';
import { partyOf } from '#comparison/look-up.ts';
import type { ScopeRequest } from '#comparison/scope.ts';
import { bases, basisIn } from '#snapshot/closed-sets.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { say } from '../ingest/say.ts';
import { useDatabase } from '../support/database.ts';
import { natoVotes } from './nato-votes.ts';
import { cellsOf, sideBySide, snapshotOf } from './snapshot-of.ts';

const database = useDatabase('seeded');
let snapshot: Snapshot;
beforeAll(async () => {
  await say(database, natoVotes, { source: 'votes' });
  snapshot = await snapshotOf(database);
});

const votes = { kinds: ['ROLL_CALL'] } as const;

function receipt(bloc: string, proposition: string, scope: ScopeRequest = {}, policy: Partial<Policy> = {}) {
  const comparison = sideBySide(snapshot, [bloc, 'RU'], { propositions: [proposition], ...scope }, policy);
  return derivationOf(comparison, 0, 0);
}

describe('the members of a roll call are those of its day', () => {
  test.each([
    ['nato', 'v-eve', 19],
    ['nato', 'v-day', 26],
    ['eu', 'v-last', 28],
    ['eu', 'v-after', 27],
  ])('%s, %s: %d', (bloc, proposition, members) => {
    expect(receipt(bloc, proposition)?.counts.members).toBe(members);
    expect(receipt(bloc, proposition, { asOf: 30_000 })?.counts.members).toBe(members); // whenever it is asked
  });

  test('what others vote does not count', () => {
    expect(receipt('eu', 'v-last')?.counts).toMatchObject({ support: 1, oppose: 1 });
    expect(receipt('eu', 'v-after')?.counts).toMatchObject({ support: 1, oppose: 0 });
  });
});

test('of a claim they are those of the day that is asked about', () => {
  const members = (asOf: number) =>
    derivationOf(sideBySide(snapshot, ['nato', 'RU', 'CN', 'US', 'FR'], { asOf }, { blocs: 'DERIVED' }), 0, 0)?.counts
      .members;
  expect([12_505, 12_506].map(members)).toEqual([19, 26]); // 28 and 29 March 2004
});

test('a majority makes the position, its receipt adds up, and those that stand apart are named', () => {
  expect(cellsOf(sideBySide(snapshot, ['nato', 'RU'], votes))['v-eve']).toEqual([2, 2]);
  const found = receipt('nato', 'v-eve');
  expect(found?.counts).toEqual({
    members: 19,
    spoke: 14,
    support: 12,
    neutral: 1,
    oppose: 1,
    absent: 1,
    weightless: 0,
  });
  expect(found?.mean).toBe((12 - 1) / 14);
  expect(found?.dissenters.map(({ party, cell }) => [party.key, cell])).toEqual([
    ['TR', 0],
    ['US', -2],
  ]);
  expect(found?.members.length).toBe(19);
  expect(found?.members.filter(({ cell }) => isHeld(cell)).every(({ stanceRow }) => stanceRow !== null)).toBe(true);
});

test('a tie is split, too few are unknown, and both are rows', () => {
  const cells = cellsOf(sideBySide(snapshot, ['nato', 'RU'], votes));
  expect(cells['v-day']).toEqual([SPLIT, 2]);
  expect(cells['v-few']).toEqual([UNKNOWN, 2]);
  expect(Object.keys(cellsOf(sideBySide(snapshot, ['nato'], votes)))).toContain('v-few');
  const low = { derivation: { rule: 'MAJORITY', minimumCoverage: 0.1 } } as const;
  expect(cellsOf(sideBySide(snapshot, ['nato', 'RU'], votes, low))['v-few']).toEqual([2, 2]);
});

test('the rule decides: unanimity is broken by two, a mean is a value without a position', () => {
  const cell = (rule: Policy['derivation']['rule']) =>
    cellsOf(sideBySide(snapshot, ['nato'], votes, { derivation: { rule, minimumCoverage: 0.5 } }))['v-eve']?.[0];
  expect([cell('MAJORITY'), cell('UNANIMOUS'), cell('MEAN')]).toEqual([2, SPLIT, MEAN_ONLY]);
});

describe('the stance of the bloc itself', () => {
  const scope = { propositions: ['nato-open-door'], asOf: 20_089 } as const; // 2025-01-01
  const cell = (blocs: Policy['blocs']) => {
    const comparison = sideBySide(snapshot, ['nato', 'RU'], scope, { blocs });
    return { cell: comparison.matrix.cells[0], derivation: derivationOf(comparison, 0, 0) };
  };

  test('comes first, and is left aside when only members are asked about', () => {
    expect(cell('RECORDED_ELSE_DERIVED')).toEqual({ cell: 2, derivation: null });
    expect(cell('RECORDED')).toEqual({ cell: 2, derivation: null });
    expect(cell('DERIVED').derivation?.counts.members).toBe(32);
  });

  test('is all there is when that is what is asked for', () => {
    expect(cellsOf(sideBySide(snapshot, ['nato', 'RU'], votes, { blocs: 'RECORDED' }))['v-eve']).toEqual([UNKNOWN, 2]);
    expect(sideBySide(snapshot, ['nato', 'RU'], votes, { blocs: 'RECORDED' }).blocs).toBeNull();
    expect(sideBySide(snapshot, ['US', 'RU'], votes).blocs).toBeNull();
  });

  test('on the seed files no bloc says the opposite of what all of its members say', () => {
    const unanimous = { derivation: { rule: 'UNANIMOUS', minimumCoverage: 1 } } as const;
    const blocs = ['nato', 'eu', 'brics', 'g7', 'quad', 'aukus', 'sco', 'asean'];
    const recorded = cellsOf(sideBySide(snapshot, blocs, {}, { blocs: 'RECORDED' }));
    const derived = cellsOf(sideBySide(snapshot, blocs, {}, { blocs: 'DERIVED', ...unanimous }));
    let both = 0;
    for (const [proposition, cells] of Object.entries(recorded)) {
      cells.forEach((cell, bloc) => {
        const byMembers = derived[proposition]?.[bloc] ?? UNKNOWN;
        if (!isHeld(cell) || !isHeld(byMembers)) return;
        both++;
        expect([proposition, blocs[bloc], Math.sign(byMembers)]).toEqual([proposition, blocs[bloc], Math.sign(cell)]);
      });
    }
    expect(both).toBeGreaterThan(0);
  });
});

describe('a basis that weighs 0', () => {
  const weightless = { weightlessBases: ['VOTE'] };

  test('reaches the members: their positions are shown and make none of the bloc', () => {
    const found = receipt('nato', 'v-eve', {}, weightless);
    expect(found?.counts).toEqual({
      members: 19,
      spoke: 0,
      support: 0,
      neutral: 0,
      oppose: 0,
      absent: 1,
      weightless: 14,
    });
    expect(found?.members.filter(({ cell }) => isHeld(cell)).length).toBe(14);
    expect([found?.mean, found?.dissenters]).toEqual([null, []]);
  });

  test('leaves the row and says why it does not count', () => {
    const comparison = sideBySide(snapshot, ['nato', 'RU'], votes, weightless);
    expect(cellsOf(comparison)['v-eve']).toEqual([WEIGHTLESS, 2]);
    expect(cellsOf(sideBySide(snapshot, ['nato'], votes, weightless))).toHaveProperty('v-eve');
    const keys = Object.keys(cellsOf(comparison));
    const eve = evidenceIn(comparison).find(({ column }) => keys[column] === 'v-eve');
    expect(eve).toMatchObject({ notCounted: 'BASIS_WEIGHTLESS', contribution: null });
    expect(agreementIn(comparison).result).toEqual({ value: null, reason: 'NO_SHARED_EVIDENCE' });
  });

  test('leaves those on other bases to make the position', () => {
    // On NATO's own enlargement some of its members signed texts adopted by consensus; without these fewer speak, and the rest decide.
    const scope = { asOf: 20_089 } as const;
    const all = sideBySide(snapshot, ['nato', 'RU'], scope, { blocs: 'DERIVED' });
    const without = sideBySide(snapshot, ['nato', 'RU'], scope, { blocs: 'DERIVED', weightlessBases: ['CONSENSUS'] });
    const { stances } = snapshot;
    for (const [column] of without.propositions.entries()) {
      const [one, other] = [derivationOf(all, column, 0), derivationOf(without, column, 0)];
      const byConsensus = (one?.members ?? []).filter(
        ({ stanceRow, cell }) =>
          isHeld(cell) && stanceRow !== null && bases[basisIn(stances.traits[stanceRow] as number)] === 'CONSENSUS',
      );
      expect(other?.counts.weightless).toBe(byConsensus.length);
      expect((other?.counts.spoke ?? 0) + byConsensus.length).toBe(one?.counts.spoke);
    }
  });

  test('is left out of cohesion as of everything else', () => {
    const nato = partyOf(snapshot, 'nato');
    const group = (policy: Partial<Policy>) => {
      const { scope } = sideBySide(snapshot, ['nato'], votes);
      return groupOfBloc(snapshot, nato, scope, { ...defaultPolicy, ...policy });
    };
    expect(cohesionOf(group({})).propositions).toBeGreaterThan(0);
    expect(cohesionOf(group(weightless)).propositions).toBe(0);
    expect(dissentersOf(group({}))).not.toEqual([]);
    expect(dissentersOf(group(weightless))).toEqual([]);
  });
});

describe('the scope', () => {
  test('fits the stances of members as any other', () => {
    expect(receipt('nato', 'v-eve', { bases: ['TREATY'] })?.counts).toBeUndefined(); // no row: Russia voted, too
    expect(receipt('nato', 'v-eve', { takenBefore: 12_505 })).toBeNull();
    expect(receipt('nato', 'v-eve', { minimumConfidence: 'HIGH' })?.counts.spoke).toBe(14);
  });

  test('a day before the vote knows nothing of it', () => {
    expect(receipt('nato', 'v-eve', { asOf: 12_504 })).toBeNull();
  });
});

test('a party of which reports differ is listed apart and does not count', () => {
  const found = derivationOf(sideBySide(snapshot, ['brics', 'SA'], {}, { blocs: 'DERIVED' }), 0, 0);
  expect(found?.unclear.map(({ key }) => key)).toEqual(['SA']);
  expect(found?.members.map(({ party }) => party.key)).not.toContain('SA');
});

describe.each(measures)('%s of blocs', (measure) => {
  const parties = ['nato', 'RU', 'eu', 'US', 'brics'];
  const policies: Partial<Policy>[] = [
    { measure },
    { measure, blocs: 'DERIVED', neutral: 'EXCLUDE' },
    { measure, derivation: { rule: 'MEAN', minimumCoverage: 0 } },
    { measure, derivation: { rule: 'UNANIMOUS', minimumCoverage: 0.1 }, unanimousRollCalls: 'EXCLUDE' },
  ];

  test.each(policies)('is the sum of its evidence, and as in the matrix, under %o', (policy) => {
    const compared = (keys: readonly string[]) => sideBySide(snapshot, keys, { kinds: ['CLAIM', 'ROLL_CALL'] }, policy);
    const comparison = compared(parties);
    const { value } = agreementIn(comparison).result;
    const contributions = evidenceIn(comparison).flatMap(({ contribution }) => contribution ?? []);
    if (value === null) expect(contributions).toEqual([]);
    else expect(contributions.reduce((sum, part) => sum + part)).toBeCloseTo(value, 9);
    const { values } = agreementMatrix(comparison);
    const pair = agreementIn(compared(['nato', 'RU'])).result.value;
    if (pair === null) expect(values[0]?.[1]).toBeNull();
    else expect(values[0]?.[1]).toBeCloseTo(pair, 12);
  });
});

test('evidence says why a bloc without a position does not count', () => {
  const reasons = (policy: Partial<Policy>) => {
    const comparison = sideBySide(snapshot, ['nato', 'RU'], votes, policy);
    const keys = Object.keys(cellsOf(comparison));
    return Object.fromEntries(evidenceIn(comparison).map(({ column, notCounted }) => [keys[column], notCounted]));
  };
  expect(reasons({})).toMatchObject({ 'v-eve': null, 'v-day': 'SPLIT', 'v-few': 'POSITION_MISSING' });
  expect(reasons({ derivation: { rule: 'MEAN', minimumCoverage: 0.5 } })).toMatchObject({ 'v-eve': 'MEAN_ONLY' });
});

test('the receipt of a cell is what the cell was made of, for every bloc and proposition', () => {
  const blocs = ['nato', 'eu', 'brics', 'g7', 'quad', 'aukus', 'sco', 'asean'];
  const comparison = sideBySide(snapshot, blocs, { kinds: ['CLAIM', 'ROLL_CALL'] }, { blocs: 'DERIVED' });
  const { counts, cells } = receiptsOf(comparison);
  expect(counts.length).toBeGreaterThan(100);
  for (const [index, one] of counts.entries()) {
    const cell = cells[index] as number;
    const enough = one.spoke > 0 && one.spoke / one.members >= 0.5;
    const side =
      one.support * 2 > one.spoke ? 1 : one.oppose * 2 > one.spoke ? -1 : one.neutral === one.spoke ? 0 : null;
    if (!enough) expect(cell).toBe(UNKNOWN);
    else if (side === null) expect(cell).toBe(SPLIT);
    else expect(Math.sign(cell)).toBe(side);
    expect(one.support + one.neutral + one.oppose).toBe(one.spoke);
    expect(one.spoke + one.absent).toBeLessThanOrEqual(one.members);
  }
});

function receiptsOf(comparison: Comparison) {
  const found = comparison.propositions.flatMap((_, column) =>
    comparison.parties.map((_party, row) => ({
      counts: derivationOf(comparison, column, row)?.counts,
      cell: comparison.matrix.cells[row * comparison.matrix.columns + column] as number,
    })),
  );
  const derived = found.flatMap(({ counts, cell }) => (counts === undefined ? [] : [{ counts, cell }]));
  return { counts: derived.map(({ counts }) => counts), cells: derived.map(({ cell }) => cell) };
}

test('the confidence of a row is that of the weakest stance behind it, those of members included', () => {
  const [row] = comparisonRows(sideBySide(snapshot, ['nato', 'RU'], { propositions: ['v-eve'] }));
  expect(row && confidenceOf(row)).toBe('HIGH');
});
