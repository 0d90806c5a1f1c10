import { LRUCache } from 'lru-cache';
import type { Policy } from '#agreement/policy.ts';
import { type Catalogue, type Issue, type Party, type Proposition, rowAt } from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { type Comparison, compare } from './comparison.ts';
import { derivesBlocs } from './derived-blocs.ts';
import { type Scope, writtenScope } from './scope.ts';

const mostBytes = 64 * 1024 * 1024;

/** Cells from which on making a comparison takes longer than remembering it. */
const worthwhile = 4_096;

/** What a comparison takes besides its cells. */
const leastBytes = 16 * 1024;

/** A cell is one byte in each of two matrices; what is made of them later (rows, pairs) is about as much again. */
const bytesOf = ({ matrix }: Comparison, key: string) => leastBytes + key.length + matrix.rows * matrix.columns * 4;

const sharersOf = new WeakMap<Snapshot, number>();

/** Divides the memory for the comparisons of a snapshot among so many threads that remember some, before any is. */
export const shareRemembered = (snapshot: Snapshot, sharers: number): void => void sharersOf.set(snapshot, sharers);

/** The comparisons of a snapshot that are kept. */
export const rememberedComparisons = oncePer((snapshot: Snapshot) => {
  const maxSize = Math.ceil(mostBytes / (sharersOf.get(snapshot) ?? 1));
  return new LRUCache<string, Comparison>({ maxSize, sizeCalculation: bytesOf });
});

/** How many cells a comparison can have at most. */
const mostCells = (snapshot: Snapshot, parties: readonly Party[], { propositions }: Scope) =>
  parties.length * (propositions ?? snapshot.propositions.list).length;

/** `compare` over what was known at the scope's revision, caching the latest large comparisons of a snapshot and those that derive positions, because the same query is often repeated. */
export function rememberedComparison(
  snapshot: Snapshot,
  parties: readonly Party[],
  scope: Scope,
  policy: Policy,
): Comparison {
  const make = () => compareAsKnown(snapshotAt(snapshot, scope.asKnownAt), parties, scope, policy);
  if (mostCells(snapshot, parties, scope) < worthwhile && !derivesBlocs(parties, policy)) return make();
  const remembered = rememberedComparisons(snapshot);
  const key = JSON.stringify([parties.map((party) => party.key), writtenScope(scope), policy]);
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
