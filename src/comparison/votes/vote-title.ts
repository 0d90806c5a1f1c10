import { voteTitle } from '#ledger/titles/vote-title.ts';
import type { Catalogue, Proposition, RollCall } from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';

/** A roll call. */
export type Vote = Proposition & { readonly rollCall: RollCall };

export const isVote = (proposition: Proposition): proposition is Vote => proposition.rollCall !== null;

const ownTitle = oncePer(({ text, rollCall: { shortTitle, symbol } }: Vote) => voteTitle({ text, shortTitle, symbol }));

const bySymbol = oncePer(({ list }: Catalogue<Proposition>) =>
  Map.groupBy(list.filter(isVote), ({ rollCall: { body, symbol } }) => `${body} ${symbol}`),
);

/**
 * The title of a roll call for lists: its own, else that of another vote on the same text, else its symbol or key.
 * At most some 150 letters.
 */
export function titleOf({ propositions }: Pick<Snapshot, 'propositions'>, vote: Vote): string {
  const own = ownTitle(vote);
  if (own !== null) return own;
  const { body, symbol } = vote.rollCall;
  if (symbol === null) return `A vote of ${body} (${vote.key})`;
  const others = bySymbol(propositions).get(`${body} ${symbol}`) ?? [];
  for (const other of others) {
    const title = other.retired ? null : ownTitle(other);
    if (title !== null) return title;
  }
  return `A vote on ${symbol}`;
}
