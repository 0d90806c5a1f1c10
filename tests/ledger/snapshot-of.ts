import { dayOf } from '#agreement/day.ts';
import { defaultPolicy, type Policy } from '#agreement/policy.ts';
import { type Comparison, compare } from '#comparison/comparison.ts';
import { partyOf } from '#comparison/look-up.ts';
import { resolveScope, type ScopeRequest } from '#comparison/scope.ts';
import type { Database } from '#postgres/open-database.ts';
import { buildSnapshot } from '#snapshot/build-snapshot.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';

/** The ledger in memory as it is now. */
export const snapshotOf = ({ url }: Database): Promise<Snapshot> => buildSnapshot(url);

/** Parties side by side, on 2026-01-01 unless the scope says another day. */
export function sideBySide(
  snapshot: Snapshot,
  parties: readonly string[],
  scope: ScopeRequest = {},
  policy: Partial<Policy> = {},
): Comparison {
  return compare(
    snapshot,
    parties.map((key) => partyOf(snapshot, key)),
    resolveScope(snapshot, scope, { today: dayOf('2026-01-01') }),
    { ...defaultPolicy, ...policy },
  );
}

/** The propositions of a comparison with the positions of its parties in half steps, 126 for absent, 127 for unknown. */
export const cellsOf = ({ snapshot, propositions, matrix }: Comparison): Record<string, number[]> =>
  Object.fromEntries(
    propositions.map((ordinal, column) => [
      snapshot.propositions.list[ordinal]?.key ?? '',
      Array.from({ length: matrix.rows }, (_, row) => matrix.cells[row * matrix.columns + column] ?? Number.NaN),
    ]),
  );
