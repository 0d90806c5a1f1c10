import { LRUCache } from 'lru-cache';
import type { Policy } from '#agreement/policy.ts';
import type { Party, Snapshot } from '../snapshot/snapshot.ts';
import { type Comparison, compare } from './comparison.ts';
import { oncePer } from './once-per.ts';
import type { Scope } from './scope.ts';

const mostBytes = 64 * 1024 * 1024;

/** Cells from which on making a comparison takes longer than remembering it. */
const worthwhile = 4_096;

/** A cell is one byte in each of two matrices; what is made of them later (rows, pairs) is about as much again. */
const bytesOf = ({ matrix }: Comparison) => matrix.cells.length * 4;

/** The comparisons of a snapshot that are kept. */
export const rememberedComparisons = oncePer(
  (_snapshot: Snapshot) => new LRUCache<string, Comparison>({ maxSize: mostBytes, sizeCalculation: bytesOf }),
);

/** How many cells a comparison can have at most. */
const mostCells = (snapshot: Snapshot, parties: readonly Party[], { propositions }: Scope) =>
  parties.length * (propositions ?? snapshot.propositions.list).length;

const keysOf = (rows: readonly { readonly key: string }[] | undefined) => rows?.map(({ key }) => key);

/** `compare`, remembering the latest large comparisons of a snapshot: the same question is often asked again. */
export function rememberedComparison(
  snapshot: Snapshot,
  parties: readonly Party[],
  scope: Scope,
  policy: Policy,
): Comparison {
  if (mostCells(snapshot, parties, scope) < worthwhile) return compare(snapshot, parties, scope, policy);
  const remembered = rememberedComparisons(snapshot);
  const question = [
    keysOf(parties),
    { ...scope, issues: keysOf(scope.issues), propositions: keysOf(scope.propositions) },
    policy,
  ];
  const key = JSON.stringify(question);
  const before = remembered.get(key);
  if (before !== undefined) return before;
  const comparison = compare(snapshot, parties, scope, policy);
  remembered.set(key, comparison);
  return comparison;
}
