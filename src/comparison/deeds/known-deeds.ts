import { isKnownAt } from '#agreement/stance-columns.ts';
import { symbolText } from '#ledger/symbol-form.ts';
import { type Deed, type Proposition, rowAt } from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';

/** A deed with what the ledger has of it. */
export interface KnownDeed {
  readonly deed: Deed;
  readonly claim: Proposition;
  /** The roll call of each of its symbols that the ledger has, its own first; several where records of several sources were not matched. */
  readonly rollCalls: readonly Proposition[];
}

const nameOf = (body: string, symbol: string) => `${body} ${symbol}`;

/** The symbols under which a deed may be recorded. */
export const symbolsOf = ({ symbol, otherSymbols }: Deed): readonly string[] => [symbol, ...otherSymbols];

/** On which part of a text a roll call may have been, the better one first: a record may have votes on paragraphs under the symbol of the whole. */
const scopesTaken: readonly string[] = ['WHOLE', 'UNKNOWN'];

/** Of two roll calls with one symbol the one on the whole text; of equal ones the first recorded. */
function better(before: Proposition | undefined, next: Proposition): Proposition {
  if (before === undefined) return next;
  const rank = ({ rollCall }: Proposition) => scopesTaken.indexOf(rollCall?.textScope ?? '');
  return rank(next) < rank(before) ? next : before;
}

// Of thousands of roll calls those few are kept that deeds name.
const rollCallsNamed = oncePer(({ list }: Snapshot['propositions']) =>
  oncePer((deeds: Snapshot['deeds']): ReadonlyMap<string, Proposition> => {
    const wanted = new Set(deeds.flatMap((deed) => symbolsOf(deed).map((symbol) => nameOf(deed.body, symbol))));
    const found = new Map<string, Proposition>();
    for (const proposition of wanted.size === 0 ? [] : list) {
      const { rollCall, retired } = proposition;
      if (rollCall === null || retired || scopesTaken.indexOf(rollCall.textScope) === -1) continue;
      const symbol = symbolText(rollCall.symbol);
      const name = symbol === null ? null : nameOf(rollCall.body, symbol);
      if (name !== null && wanted.has(name)) found.set(name, better(found.get(name), proposition));
    }
    return found;
  }),
);

const remembered = oncePer((_ledger: Snapshot) => new Map<number, readonly KnownDeed[]>());

/** The deeds known at a revision, of claims that stand: by the key of the claim, then in the order in which they were added. */
export function deedsKnown(snapshot: Snapshot, revision: number): readonly KnownDeed[] {
  const ledger = snapshotAt(snapshot, revision);
  const before = remembered(ledger).get(revision);
  if (before !== undefined) return before;
  const deeds = readDeeds(ledger, revision);
  remembered(ledger).set(revision, deeds);
  return deeds;
}

function readDeeds(snapshot: Snapshot, revision: number): KnownDeed[] {
  const named = rollCallsNamed(snapshot.propositions)(snapshot.deeds);
  return snapshot.deeds
    .filter(({ addedIn, retiredIn }) => isKnownAt(addedIn, retiredIn, revision))
    .map((deed) => ({
      deed,
      claim: rowAt(snapshot.propositions, deed.proposition),
      rollCalls: symbolsOf(deed).flatMap((symbol) => named.get(nameOf(deed.body, symbol)) ?? []),
    }))
    .filter(({ claim }) => !claim.retired)
    .sort((a, b) => (a.claim.key === b.claim.key ? a.deed.id - b.deed.id : a.claim.key < b.claim.key ? -1 : 1));
}

/** Those of a claim, and those that a roll call is the vote of; by ordinal of the proposition. */
export const deedsOfProposition = (snapshot: Snapshot, proposition: number, revision: number): KnownDeed[] =>
  deedsKnown(snapshot, revision).filter(
    ({ deed, rollCalls }) =>
      deed.proposition === proposition || rollCalls.some(({ ordinal }) => ordinal === proposition),
  );
