import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { NEVER } from '#agreement/stance-columns.ts';
import { highestFirst, inIssueOrder } from '#comparison/proposition-order.ts';
import { catalogue, type Issue, type Proposition } from '#snapshot/catalogue.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';

const row = (ordinal: number, key: string) => ({
  ordinal,
  id: ordinal,
  key,
  addedIn: 1,
  retired: false,
  earlier: [],
  knownAt: null,
});

/** A ledger of so many propositions, each about the issues of the list at its ordinal. */
function ledgerOf(issuesOf: readonly (readonly number[])[]): Snapshot {
  const propositions = issuesOf.map((_, ordinal) => row(ordinal, `p-${(ordinal * 7919) % 10_007}`));
  const issues = ['water', 'air', 'earth'].map((key, ordinal) => row(ordinal, key));
  const links = issuesOf.flatMap((of, proposition) =>
    of.map((issue) => ({ proposition, issue, addedIn: 1, retiredIn: NEVER })),
  );
  return {
    propositions: catalogue(propositions as unknown as Proposition[]),
    issues: catalogue(issues as unknown as Issue[]),
    propositionIssues: links,
  } as unknown as Snapshot; // what the order is made of
}

test.each([20, 700])('%i rows stand by their first issue, those without one last, then by key', (count) => {
  const issues = fc.array(fc.subarray([0, 1, 2]), { minLength: count, maxLength: count });
  fc.assert(
    fc.property(issues, (issuesOf) => {
      const ledger = ledgerOf(issuesOf);
      const names = ['water', 'air', 'earth'];
      const textOf = ({ ordinal, key }: Proposition) =>
        `${issuesOf[ordinal]?.map((issue) => names[issue] as string).sort()[0] ?? '~'} ${key}`;
      const rows = ledger.propositions.list.map((proposition) => ({ proposition }));
      const texts = inIssueOrder(rows, ledger, 1).map(({ proposition }) => textOf(proposition));
      expect(texts).toEqual(rows.map(({ proposition }) => textOf(proposition)).sort());
    }),
    { numRuns: 20 },
  );
});

test('rows of the same value stay in their order, also where it is infinite', () => {
  const values = [1, Number.NEGATIVE_INFINITY, 3, 1, Number.NEGATIVE_INFINITY];
  const order = highestFirst([0, 1, 2, 3, 4], (index) => values[index] as number);
  expect(order).toEqual([2, 0, 3, 1, 4]);
});

test('the greatest values stand first, and equal ones stay in their order', () => {
  const drawn = fc.array(fc.oneof(fc.nat(3), fc.double({ noNaN: true })), { maxLength: 50 });
  fc.assert(
    fc.property(drawn, (values) => {
      const plainly = values
        .map((value, index) => ({ value, index }))
        .sort((a, b) => (a.value === b.value ? 0 : b.value - a.value));
      expect(highestFirst([...values.keys()], (index) => values[index] as number)).toEqual(
        plainly.map(({ index }) => index),
      );
    }),
  );
});
