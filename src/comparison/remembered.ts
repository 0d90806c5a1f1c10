import { LRUCache } from 'lru-cache';
import type { Policy } from '#agreement/policy.ts';
import { type Catalogue, type Issue, type Party, type Proposition, rowAt } from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { type Comparison, compare } from './comparison.ts';
import type { Scope } from './scope.ts';

const mostBytes = 64 * 1024 * 1024;

/** Cells from which on making a comparison takes longer than remembering it. */
const worthwhile = 4_096;

/** A cell is one byte in each of two matrices; what is made of them later (rows, pairs) is about as much again. */
const bytesOf = ({ matrix }: Comparison) => 1 + matrix.cells.length * 4; // of nothing too: a size of 0 is refused

/** The comparisons of a snapshot that are kept. */
export const rememberedComparisons = oncePer(
  (_snapshot: Snapshot) => new LRUCache<string, Comparison>({ maxSize: mostBytes, sizeCalculation: bytesOf }),
);

/** How many cells a comparison can have at most. */
const mostCells = (snapshot: Snapshot, parties: readonly Party[], { propositions }: Scope) =>
  parties.length * (propositions ?? snapshot.propositions.list).length;

const keysOf = (rows: readonly { readonly key: string }[] | undefined) => rows?.map(({ key }) => key);

/** `compare` over what was known at the scope's revision, caching the latest large comparisons of a snapshot, because the same query is often repeated. */
export function rememberedComparison(
  snapshot: Snapshot,
  parties: readonly Party[],
  scope: Scope,
  policy: Policy,
): Comparison {
  const make = () => compareAsKnown(snapshotAt(snapshot, scope.asKnownAt), parties, scope, policy);
  if (mostCells(snapshot, parties, scope) < worthwhile) return make();
  const remembered = rememberedComparisons(snapshot);
  const question = [
    keysOf(parties),
    { ...scope, issues: keysOf(scope.issues), propositions: keysOf(scope.propositions) },
    policy,
  ];
  const key = JSON.stringify(question);
  const before = remembered.get(key);
  if (before !== undefined) return before;
  const comparison = make();
  remembered.set(key, comparison);
  return comparison;
}

/** Shows parties and scope with the texts of the scope's revision, whatever revision they were looked up at, so that a cached comparison can be shared. */
function compareAsKnown(ledger: Snapshot, parties: readonly Party[], scope: Scope, policy: Policy): Comparison {
  const { issues, propositions } = scope;
  const shown = {
    ...scope,
    issues: issues && inWordsOf<Issue>(ledger.issues, issues),
    propositions: propositions && inWordsOf<Proposition>(ledger.propositions, propositions),
  };
  return compare(ledger, inWordsOf<Party>(ledger.parties, parties), shown, policy);
}

const inWordsOf = <Row extends Party | Issue | Proposition>(then: Catalogue<Row>, rows: readonly Row[]): Row[] =>
  rows.map(({ ordinal }) => rowAt(then, ordinal));
