import { LRUCache } from 'lru-cache';
import type { Derivation } from '#agreement/derivation.ts';
import { defaultPolicy, type Policy } from '#agreement/policy.ts';
import { Refusal } from '#refusal/refusal.ts';
import { type Catalogue, type Issue, type Party, type Proposition, rowAt } from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { type Comparison, compare, derivesBlocs } from './comparison.ts';
import { partyOf } from './look-up.ts';
import { type Clock, resolveScope, type Scope, type ScopeRequest, writtenScope } from './scope.ts';
import { allCountries } from './speaking-parties.ts';

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

/** A comparison as somebody asks for it: names instead of rows; omitted fields have defaults. */
export interface AskedComparison extends AskedOfParties {
  /** Names of 1 to 250 parties; null: all countries. */
  readonly parties: readonly string[] | null;
}

/** What is asked about parties that are chosen otherwise. */
export interface AskedOfParties {
  readonly scope?: ScopeRequest | null | undefined;
  readonly policy?: AskedPolicy | null | undefined;
}

type AskedPolicy = {
  readonly [Field in Exclude<keyof Policy, 'weightlessBases' | 'derivation'>]?: Policy[Field] | null | undefined;
} & {
  /** Weights of bases, 0 or 1; 1 where none is given. */
  readonly bases?: readonly { readonly basis: string; readonly weight: number }[] | null | undefined;
  readonly derivation?:
    | { readonly [Field in keyof Derivation]?: Derivation[Field] | null | undefined }
    | null
    | undefined;
};

/**
 * The comparison that is asked for. Parties are looked up at the scope's revision.
 * @throws Refusal BAD_INPUT for no or too many parties, one named twice, a minimum below 1, a weight that is neither 0 nor 1, or as `resolveScope`;
 * UNKNOWN_PARTY, UNKNOWN_ISSUE, UNKNOWN_PROPOSITION with close matches
 */
export const askedComparison = (snapshot: Snapshot, { parties, ...asked }: AskedComparison, clock: Clock): Comparison =>
  comparisonOf(
    snapshot,
    (ledger) => (parties === null ? allCountries(ledger) : partiesOf(parties, ledger)),
    asked,
    clock,
  );

/** The comparison of the parties that are chosen from the ledger as known at the scope's revision. */
export function comparisonOf(
  snapshot: Snapshot,
  choose: (ledger: Snapshot) => readonly Party[],
  { scope, policy }: AskedOfParties,
  clock: Clock,
): Comparison {
  const resolved = resolveScope(snapshot, scope ?? {}, clock);
  const parties = choose(snapshotAt(snapshot, resolved.asKnownAt));
  return rememberedComparison(snapshot, parties, resolved, policyOf(policy));
}

export const mostParties = 250;

/**
 * The parties that keys, other codes or names mean to a ledger; throws BAD_INPUT unless there are 1 to 250 different ones, UNKNOWN_PARTY for a text that
 * means none or several. `name` is that of the argument.
 */
export function partiesOf(texts: readonly string[], ledger: Snapshot, name = 'parties'): Party[] {
  if (texts.length < 1 || texts.length > mostParties) {
    throw new Refusal('BAD_INPUT', `${name}: found ${texts.length}, expected 1 to ${mostParties}.`);
  }
  const writtenAs = new Map<Party, string>();
  for (const text of texts) {
    const party = partyOf(ledger, text);
    const before = writtenAs.get(party);
    if (before !== undefined) throw twice(before, text, name);
    writtenAs.set(party, text);
  }
  return [...writtenAs.keys()];
}

function twice(before: string, text: string, name: string) {
  const found = before === text ? `"${text}" twice` : `"${before}" and "${text}", which are one party`;
  return new Refusal('BAD_INPUT', `${name}: found ${found}, expected each party once.`);
}

/** The bases that weigh 0, each once and in order; throws BAD_INPUT for a weight that is neither 0 nor 1, and for a basis that is named twice. */
function weightlessOf(weights: NonNullable<AskedPolicy['bases']>): string[] {
  for (const [index, { basis, weight }] of weights.entries()) {
    if (weight !== 0 && weight !== 1)
      throw new Refusal('BAD_INPUT', `bases[${index}].weight: found ${weight}, expected 0 or 1.`);
    if (weights.findIndex((other) => other.basis === basis) !== index)
      throw new Refusal('BAD_INPUT', `bases[${index}].basis: found ${basis} twice, expected each basis once.`);
  }
  return weights.flatMap(({ basis, weight }) => (weight === 0 ? [basis] : [])).sort();
}

/** How positions of blocs are derived, with defaults; throws BAD_INPUT for a coverage that is no share. */
function derivationOf(asked: AskedPolicy['derivation']): Derivation {
  const { rule, minimumCoverage } = defaultPolicy.derivation;
  const coverage = asked?.minimumCoverage ?? minimumCoverage;
  if (!(coverage >= 0 && coverage <= 1))
    throw new Refusal('BAD_INPUT', `minimumCoverage: found ${coverage}, expected a share from 0 to 1.`);
  return { rule: asked?.rule ?? rule, minimumCoverage: coverage };
}

/** The requested policy with defaults; throws BAD_INPUT for a minimum below 1, a weight that is neither 0 nor 1, and a coverage that is no share. */
export function policyOf(asked: AskedComparison['policy']): Policy {
  const minimumShared = asked?.minimumShared ?? defaultPolicy.minimumShared;
  if (minimumShared < 1) {
    throw new Refusal('BAD_INPUT', `minimumShared: found ${minimumShared}, expected at least 1.`);
  }
  return {
    measure: asked?.measure ?? defaultPolicy.measure,
    neutral: asked?.neutral ?? defaultPolicy.neutral,
    unanimousRollCalls: asked?.unanimousRollCalls ?? defaultPolicy.unanimousRollCalls,
    minimumShared,
    weightlessBases: weightlessOf(asked?.bases ?? []),
    blocs: asked?.blocs ?? defaultPolicy.blocs,
    derivation: derivationOf(asked?.derivation),
  };
}
