import { beforeAll, describe, expect, test } from 'vitest';
import { dayOf } from '#agreement/day.ts';
import { ABSENT, UNKNOWN } from '#agreement/stance-matrix.ts';
import { resolveScope } from '#comparison/scope.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { say } from '../ingest/say.ts';
import { useDatabase } from '../support/database.ts';
import { cellsOf, sideBySide, snapshotOf } from './snapshot-of.ts';
import { asFirstRecorded, votesAndClaims } from './votes-and-claims.ts';

const database = useDatabase('migrated');
let snapshot: Snapshot;

beforeAll(async () => {
  await say(database, asFirstRecorded);
  await say(database, votesAndClaims);
  snapshot = await snapshotOf(database);
});

/** The cells of China and Russia. */
const cells = (scope: Parameters<typeof sideBySide>[2]) => cellsOf(sideBySide(snapshot, ['CN', 'RU'], scope));

const claims = { 'c-moved': [-2, UNKNOWN], 'c-old': [UNKNOWN, -2] };
const rollCalls = { 'r-whole': [2, 2], 'r-part': [0, 0], 'r-council': [-2, ABSENT] };

describe('which propositions', () => {
  test('claims alone by default: claims and roll calls are pooled only when both are named', () => {
    expect(cells({})).toEqual(claims);
    expect(cells({ kinds: ['CLAIM', 'ROLL_CALL'] })).toEqual({ ...claims, ...rollCalls });
  });

  test('those of an issue', () => {
    expect(Object.keys(cells({ issues: ['one'] }))).toEqual(['c-moved']);
  });

  test('those that are named, of either kind', () => {
    expect(Object.keys(cells({ propositions: ['c-old', 'r-part'] }))).toEqual(['c-old', 'r-part']);
  });

  test.each([
    [{ bodies: ['UNGA'] }, ['r-whole', 'r-part']],
    [{ sessions: [56] }, ['r-part', 'r-council']],
    [{ bodies: ['UNGA'], sessions: [56] }, ['r-part']],
    [{ wholeTextOnly: true }, ['r-whole', 'r-council']],
    [{ importantOnly: true }, ['r-whole']],
  ])('roll calls with %o', (filter, keys) => {
    expect(Object.keys(cells({ rollCalls: filter }))).toEqual(keys);
  });

  test('not those on which nobody asked about holds anything', () => {
    expect(Object.keys(cells({ propositions: ['c-ended'] }))).toEqual([]);
  });
});

describe('which stances', () => {
  test('of certain bases: one that does not fit leaves nothing, not the one before it', () => {
    expect(cells({ bases: ['OWN_STATEMENT'] })).toEqual({});
    expect(cells({ bases: ['OWN_STATEMENT'], asOf: dayOf('2009-12-31') })).toEqual({ 'c-moved': [2, UNKNOWN] });
  });

  test.each([
    ['LOW', ['c-moved', 'c-old']],
    ['MEDIUM', ['c-old']],
    ['HIGH', []],
  ] as const)('of at least %s confidence', (minimumConfidence, keys) => {
    expect(Object.keys(cells({ minimumConfidence }))).toEqual(keys);
  });

  test('taken from a day on, and before a day', () => {
    expect(Object.keys(cells({ takenFrom: dayOf('2010-01-01') }))).toEqual(['c-moved']);
    expect(Object.keys(cells({ takenFrom: dayOf('2010-01-02') }))).toEqual([]);
    expect(Object.keys(cells({ takenBefore: dayOf('2010-01-01') }))).toEqual(['c-old']);
    expect(Object.keys(cells({ takenBefore: dayOf('2010-01-02') }))).toEqual(['c-moved', 'c-old']);
  });

  test('absences are of votes', () => {
    expect(cells({ rollCalls: {}, bases: ['VOTE'], propositions: null })).toEqual(rollCalls);
    expect(cells({ kinds: ['ROLL_CALL'], bases: ['TREATY'] })).toEqual({});
  });
});

describe('which time', () => {
  test('a day: what was in force on it', () => {
    expect(cells({ asOf: dayOf('1990-12-31') })).toEqual({ 'c-old': [UNKNOWN, -2], 'c-ended': [UNKNOWN, 2] });
  });

  test('a revision: what was known at it', () => {
    expect(cells({ asKnownAt: 0 })).toEqual({});
    expect(cells({ asKnownAt: 1 })).toMatchObject({ 'c-old': [UNKNOWN, 0] });
    expect(cells({ asKnownAt: 2 })).toMatchObject({ 'c-old': [UNKNOWN, -2] });
  });

  test('the day of the request and the newest revision by default', () => {
    expect(resolveScope(snapshot, {}, { today: 19_000 })).toMatchObject({
      asOf: 19_000,
      asKnownAt: 2,
      kinds: ['CLAIM'],
    });
  });
});

describe('what nobody can ask for', () => {
  test.each([
    [{ asKnownAt: 3 }, 'asKnownAt: found 3, expected a revision from 0 to 2.'],
    [{ asKnownAt: -1 }, 'asKnownAt: found -1, expected a revision from 0 to 2.'],
    [
      { takenFrom: dayOf('2010-01-01'), takenBefore: dayOf('2010-01-01') },
      'takenBefore: found 2010-01-01, expected a day after 2010-01-01.',
    ],
  ])('%o', (scope, message) => {
    expect(() => cells(scope)).toThrow(expect.objectContaining({ code: 'BAD_INPUT', message }));
  });

  test.each([
    [{ issues: ['onee'] }, 'UNKNOWN_ISSUE', ['one']],
    [{ propositions: ['r-whle'] }, 'UNKNOWN_PROPOSITION', ['r-whole']],
    [{ rollCalls: { bodies: ['unba'] } }, 'UNKNOWN_BODY', ['UNGA', 'UNSC']],
    [{ rollCalls: { bodies: ['UNGA', 'Senate'] } }, 'UNKNOWN_BODY', []],
    [{ rollCalls: { series: ['ES-11'] } }, 'UNKNOWN_SERIES', []],
    [{ kinds: ['CLAIM'] as const, rollCalls: { series: ['555'] } }, 'UNKNOWN_SERIES', ['55']],
  ])('%o', (scope, code, closeMatches) => {
    expect(() => cells(scope)).toThrow(expect.objectContaining({ code, closeMatches }));
  });

  test.each([
    [
      { bodies: ['Senate'] },
      'rollCalls.bodies: found "Senate", expected a body of a roll call in the ledger. There are UNGA, UNSC.',
    ],
    [
      { series: ['ES-11'] },
      'rollCalls.series: found "ES-11", expected a series of a roll call in the ledger. There are 55, 56.',
    ],
    [
      { series: ['555'] },
      'rollCalls.series: found "555", expected a series of a roll call in the ledger. Close matches: 55.',
    ],
  ])('%o names the argument, what was found and what there is', (rollCalls, message) => {
    expect(() => cells({ rollCalls })).toThrow(expect.objectContaining({ message }));
  });

  test('what a revision does not know yet is not unknown: it says nothing', () => {
    expect(cells({ rollCalls: { bodies: ['UNGA'] }, asKnownAt: 0 })).toEqual({});
  });
});
