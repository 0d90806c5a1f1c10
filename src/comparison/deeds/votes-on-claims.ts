import { isKnown, stanceRowsOn } from '#agreement/stance-columns.ts';
import { symbolText } from '#ledger/symbol-form.ts';
import type { Party } from '#snapshot/catalogue.ts';
import { bases, basisIn } from '#snapshot/closed-sets.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { type KnownDeed, symbolsOf } from './known-deeds.ts';

const vote = bases.indexOf('VOTE');

/** Whether the stance at a row index was read from a vote. */
export const isReadFromVote = ({ stances }: Snapshot, stanceRow: number): boolean =>
  basisIn(stances.traits[stanceRow] as number) === vote;

/** Gives the ids of the documents that each of the stances cites, by their ids. */
export type DocumentsCited = (stanceIds: readonly number[]) => Promise<readonly (readonly number[])[]>;

/** Votes that are recorded as stances on claims, of some parties. */
export interface VotesOnClaims {
  /** Symbols of the texts that the stance at a row index was read from; empty for one that was read from no vote. */
  symbolsVoted(stanceRow: number): readonly string[];
  /** The vote of a party (ordinal) on a deed, and the row index of the stance that says so; null when no stance says it. */
  voteOn(party: number, deed: KnownDeed['deed']): { readonly vote: number; readonly stanceRow: number } | null;
}

/**
 * Finds the votes that are recorded as stances on claims: a stance that was read from a vote, and cites its text, says how the party voted on it. The
 * snapshot is as known at the revision.
 */
export async function votesOnClaims(
  snapshot: Snapshot,
  parties: readonly Party[],
  deeds: readonly KnownDeed[],
  revision: number,
  documentsCited: DocumentsCited,
): Promise<VotesOnClaims> {
  const { stances } = snapshot;
  const asked = new Set(parties.map(({ ordinal }) => ordinal));
  const byClaim = Map.groupBy(deeds, ({ deed }) => deed.proposition);
  const stanceRows = [...byClaim.keys()].flatMap((claim) =>
    stanceRowsOn(stances, claim).filter(
      (row) =>
        asked.has(stances.party[row] as number) && isReadFromVote(snapshot, row) && isKnown(stances, row, revision),
    ),
  );
  const ids = stanceRows.map((row) => stances.id[row] as number);
  const cited = ids.length === 0 ? [] : await documentsCited(ids);
  const symbols = new Map(
    stanceRows.map((row, index) => [
      row,
      (cited[index] ?? []).flatMap((id) => symbolText(snapshot.documents.byId.get(id)?.symbol ?? null) ?? []),
    ]),
  );
  const votes = new Map<string, { readonly vote: number; readonly stanceRow: number }>();
  for (const [stanceRow, of] of symbols) {
    for (const { deed } of byClaim.get(stances.proposition[stanceRow] as number) ?? []) {
      if (!symbolsOf(deed).some((symbol) => of.includes(symbol))) continue;
      const said = deed.sign * (stances.position[stanceRow] as number);
      votes.set(`${stances.party[stanceRow]} ${deed.body} ${deed.symbol}`, { vote: said, stanceRow });
    }
  }
  return {
    symbolsVoted: (stanceRow) => symbols.get(stanceRow) ?? [],
    voteOn: (party, { body, symbol }) => votes.get(`${party} ${body} ${symbol}`) ?? null,
  };
}
