import { beforeAll, expect, test } from 'vitest';
import { dayOf } from '#agreement/day.ts';
import { lastConfirmed } from '#agreement/last-confirmed.ts';
import type { Policy } from '#agreement/policy.ts';
import { isHeld } from '#agreement/stance-matrix.ts';
import type { Comparison } from '#comparison/comparison.ts';
import { countEvidence } from '#comparison/counted-evidence.ts';
import { stanceRowsBehind } from '#comparison/derivation-receipt.ts';
import type { ScopeRequest } from '#comparison/scope.ts';
import { bases, basisIn } from '#snapshot/closed-sets.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { sideBySide, snapshotOf } from '../ledger/snapshot-of.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase('seeded');
let snapshot: Snapshot;
beforeAll(async () => {
  snapshot = await snapshotOf(database);
});

const staleBefore = dayOf('2021-01-01');

/** The same from the receipt of every position. */
function byReceipts(comparison: Comparison) {
  const { policied, scope } = comparison;
  const { stances } = comparison.snapshot;
  const isMost = (rows: readonly number[], is: (row: number) => boolean) => 2 * rows.filter(is).length > rows.length;
  const isAdopted = (row: number) => bases[basisIn(stances.traits[row] ?? 0)] === 'CONSENSUS';
  const isFresh = (row: number) => lastConfirmed(stances, row, scope.asKnownAt) >= staleBefore;
  const counts = { counted: 0, byConsensus: 0, stale: 0 };
  for (let column = 0; column < policied.columns; column++) {
    const held = comparison.parties.flatMap((_, row) =>
      isHeld(policied.cells[row * policied.columns + column] ?? 0) ? [stanceRowsBehind(comparison, column, row)] : [],
    );
    for (const [index, one] of held.entries()) {
      for (const other of held.slice(0, index)) {
        counts.counted++;
        if (isMost(one, isAdopted) && isMost(other, isAdopted)) counts.byConsensus++;
        if (!isMost(one, isFresh) || !isMost(other, isFresh)) counts.stale++;
      }
    }
  }
  return counts;
}

const everything: ScopeRequest = { kinds: ['CLAIM', 'ROLL_CALL'] };
const questions: readonly (readonly [string, readonly string[], ScopeRequest, Partial<Policy>])[] = [
  ['two countries', ['CN', 'RU'], {}, {}],
  ['countries over everything', ['CN', 'RU', 'US', 'IN', 'SE', 'KP'], everything, {}],
  ['blocs and a member of both', ['nato', 'eu', 'brics', 'FR', 'IN'], everything, {}],
  ['blocs whose own stances are passed over', ['nato', 'eu', 'brics', 'FR'], everything, { blocs: 'DERIVED' }],
  ['blocs of another day', ['nato', 'brics', 'RU'], { ...everything, asOf: dayOf('2016-01-01') }, {}],
  [
    'blocs without what weighs nothing',
    ['nato', 'eu', 'brics', 'FR'],
    everything,
    { weightlessBases: ['CONSENSUS', 'CO_SIGNATURE'], blocs: 'DERIVED' },
  ],
  ['blocs by their own statements', ['nato', 'eu', 'RU'], { ...everything, bases: ['OWN_STATEMENT', 'VOTE'] }, {}],
];

test.each(questions)('the evidence of %s is what their receipts say', (_what, parties, scope, policy) => {
  const comparison = sideBySide(snapshot, parties, scope, policy);
  const expected = byReceipts(comparison);
  expect(expected.counted).toBeGreaterThan(0);
  expect(countEvidence(comparison, staleBefore)).toEqual(expected);
});
