import { describe, expect, test } from 'vitest';
import { since } from '#agreement/since.ts';
import { parties, type StanceRecord, stanceColumns } from './columns.ts';

const everything = (_id: number): boolean => true;

/** Since when parties 0 and 1 make of proposition 0 what they make of it on day 100. */
const sinceOf = (records: readonly StanceRecord[], options: Options = {}) =>
  verdictSince(records, options)?.day ?? null;

interface Options {
  readonly keep?: (id: number) => boolean;
  readonly revision?: number;
  readonly day?: number;
}

function verdictSince(records: readonly StanceRecord[], { keep = everything, revision = 9, day = 100 }: Options) {
  const columns = stanceColumns(records);
  return since(columns, 0, parties(0, 1), { day, revision }, (row) => keep(columns.id[row] as number));
}

const both = [
  { party: 0, position: 2, from: 10 },
  { party: 1, position: 2, from: 20 },
];

test('agreement begins when the second party takes the side', () => {
  expect(sinceOf(both)).toBe(20);
});

test('restating a position, or saying it more softly, does not reset it', () => {
  const restated = [...both, { party: 0, position: 2, from: 30 }, { party: 1, position: 1, from: 40 }];
  expect(sinceOf(restated)).toBe(20);
});

test('a change of side by one resets it', () => {
  expect(sinceOf([...both, { party: 1, position: -2, from: 30 }])).toBe(30);
});

test('a change of side by all at once resets it, although the verdict is still AGREE', () => {
  const turned = [...both, { party: 0, position: -2, from: 30 }, { party: 1, position: -1, from: 30 }];
  expect(sinceOf(turned)).toBe(30);
});

test('an interruption resets it', () => {
  const interrupted = [
    { party: 0, position: 2, from: 10 },
    { party: 1, position: 2, from: 20, until: 30 },
    { party: 1, position: 2, from: 40 },
  ];
  expect(sinceOf(interrupted)).toBe(40);
});

test('an end on the day on which the next begins is no interruption', () => {
  const seamless = [
    { party: 0, position: 2, from: 10 },
    { party: 1, position: 2, from: 20, until: 30 },
    { party: 1, position: 2, from: 30 },
  ];
  expect(sinceOf(seamless)).toBe(20);
});

test('an unknown verdict has no first day', () => {
  expect(sinceOf([{ party: 0, position: 2, from: 10 }])).toBeNull();
  expect(sinceOf(both.map((record) => ({ ...record, until: 50 })))).toBeNull();
});

test('what comes after the day asked about does not matter', () => {
  expect(sinceOf([...both, { party: 1, position: -2, from: 30 }], { day: 29 })).toBe(20);
});

test('a stance that does not fit the scope is an interruption', () => {
  const records = [...both, { party: 1, position: 2, from: 30 }, { party: 1, position: 2, from: 40 }];
  expect(sinceOf(records, { keep: (id) => id !== 2 })).toBe(40);
});

test('each revision has its own answer', () => {
  const records = [
    { party: 0, position: 2, from: 10 },
    { party: 1, position: 2, from: 20, addedIn: 1, retiredIn: 2 },
    { party: 1, position: 2, from: 15, addedIn: 2 },
  ];
  expect([1, 2].map((revision) => sinceOf(records, { revision }))).toEqual([20, 15]);
});

describe('whether the first day is where the record begins', () => {
  const isFirstKnown = (records: readonly StanceRecord[]) => verdictSince(records, {})?.isFirstKnown;

  test('it is when the party that completes the verdict had no earlier stance', () => {
    expect(isFirstKnown(both)).toBe(true);
    expect(isFirstKnown([...both, { party: 0, position: 1, from: 20 }])).toBe(true);
  });

  test('it is when both speak for the first time on that day', () => {
    expect(isFirstKnown(both.map((record) => ({ ...record, from: 10 })))).toBe(true);
  });

  test('it is not when a party changed sides', () => {
    expect(isFirstKnown([...both, { party: 1, position: -2, from: 30 }])).toBe(false);
    expect(isFirstKnown([{ party: 1, position: 0, from: 5 }, ...both])).toBe(false);
  });

  test('it is not after an interruption', () => {
    expect(isFirstKnown([{ party: 1, position: 2, from: 5, until: 8 }, ...both])).toBe(false);
  });
});
