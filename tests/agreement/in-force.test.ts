import { expect, test } from 'vitest';
import { inForceOn, inForceUntil, keepAll, NONE, neighbour } from '#agreement/in-force.ts';
import { NEVER } from '#agreement/stance-columns.ts';
import { parties, type StanceRecord, stanceColumns } from './columns.ts';

/** The positions in force of parties 0 and 1 on proposition 0; null where there is none. */
function held(
  records: readonly StanceRecord[],
  day: number,
  { revision = 9, keep = null as ((id: number) => boolean) | null } = {},
) {
  const columns = stanceColumns(records);
  const fits = keep === null ? keepAll : (stanceRow: number) => keep(columns.id[stanceRow] as number);
  const stanceRows = inForceOn(columns, 0, parties(0, 1), { day, revision }, fits);
  return Array.from(stanceRows, (stanceRow) => (stanceRow === NONE ? null : columns.position[stanceRow]));
}

const moved = [
  { party: 0, position: 2, from: 10 },
  { party: 0, position: -2, from: 20 },
];

test('a stance is in force from its first day, and the latest wins', () => {
  expect([9, 10, 19, 20, 99].map((day) => held(moved, day)[0])).toEqual([null, 2, 2, -2, -2]);
});

test('a stance ends on the day until which it is held', () => {
  const records = [{ party: 0, position: 2, from: 10, until: 15 }];
  expect([14, 15, 16].map((day) => held(records, day)[0])).toEqual([2, null, null]);
});

test('a stance that ended does not bring back the one before it', () => {
  const records = [
    { party: 0, position: 2, from: 10, until: 90 },
    { party: 0, position: -2, from: 20, until: 30 },
  ];
  expect([19, 20, 30, 89].map((day) => held(records, day)[0])).toEqual([2, -2, null, null]);
});

test('a stance that does not fit the scope does not bring back the one before it', () => {
  expect(held(moved, 25, { keep: (id) => id !== 1 })).toEqual([null, null]);
  expect(held(moved, 15, { keep: (id) => id !== 1 })).toEqual([2, null]);
});

test('only the parties and the proposition asked about are looked at', () => {
  const records = [
    { party: 1, position: 1, from: 10 },
    { party: 2, position: -1, from: 10 },
    { party: 0, proposition: 1, position: -2, from: 10 },
  ];
  expect(held(records, 10)).toEqual([null, 1]);
});

test('a stance is known from the revision that added it until the revision that retired it', () => {
  const records = [{ party: 0, position: 2, from: 10, addedIn: 3, retiredIn: 5 }];
  expect([2, 3, 4, 5].map((revision) => held(records, 10, { revision })[0])).toEqual([null, 2, 2, null]);
});

test('of a corrected stance each revision sees its own version', () => {
  const records = [
    { party: 0, position: 2, from: 10, addedIn: 1, retiredIn: 2 },
    { party: 0, position: -1, from: 10, addedIn: 2 },
  ];
  expect([1, 2].map((revision) => held(records, 10, { revision })[0])).toEqual([2, -1]);
});

test('an earlier stance is in force again at revisions that do not know the later one', () => {
  const records = [
    { party: 0, position: 2, from: 10 },
    { party: 0, position: -2, from: 20, addedIn: 2, retiredIn: 3 },
  ];
  expect([1, 2, 3].map((revision) => held(records, 25, { revision })[0])).toEqual([2, -2, 2]);
});

test('the end of a stance is its own or the next one of the same party and proposition, whichever is first', () => {
  const columns = stanceColumns([
    { party: 0, position: 2, from: 10, until: 15 },
    { party: 0, position: 2, from: 20, until: 99 },
    { party: 0, position: 2, from: 30 },
    { party: 1, position: 2, from: 40 },
  ]);
  expect([0, 1, 2, 3].map((stanceRow) => inForceUntil(columns, stanceRow, 1))).toEqual([15, 30, NEVER, NEVER]);
});

test('the end of a stance is not moved by a later one that is not known yet', () => {
  const columns = stanceColumns([
    { party: 0, position: 2, from: 10 },
    { party: 0, position: 2, from: 20, addedIn: 2 },
  ]);
  expect([1, 2].map((revision) => inForceUntil(columns, 0, revision))).toEqual([NEVER, 20]);
});

test('the neighbours of a stance are other stances, not other versions of it', () => {
  const columns = stanceColumns([
    { party: 0, position: 2, from: 10 },
    { party: 0, position: 1, from: 20, addedIn: 1, retiredIn: 2 },
    { party: 0, position: -1, from: 20, addedIn: 2 },
    { party: 0, position: -2, from: 30 },
  ]);
  expect(neighbour(columns, 2, 2, -1)).toBe(0);
  expect(neighbour(columns, 2, 2, 1)).toBe(3);
  expect(neighbour(columns, 0, 2, 1)).toBe(2);
  expect(neighbour(columns, 0, 1, 1)).toBe(1);
  expect([neighbour(columns, 0, 2, -1), neighbour(columns, 3, 2, 1)]).toEqual([NONE, NONE]);
});
