import { calledTitle, voteTitle } from '#ledger/titles/vote-title.ts';
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
 * The title of a roll call for lists: its own, else that of another vote on the same text, else what was read out when it was called, else its symbol or
 * key. At most some 150 letters.
 */
export const titleOf = (ledger: Pick<Snapshot, 'propositions'>, vote: Vote): string =>
  ownTitle(vote) ?? titleOfText(ledger, vote) ?? calledTitle(vote) ?? nameOf(vote);

function titleOfText({ propositions }: Pick<Snapshot, 'propositions'>, { rollCall: { body, symbol } }: Vote) {
  if (symbol === null) return null;
  for (const other of bySymbol(propositions).get(`${body} ${symbol}`) ?? []) {
    const title = other.retired ? null : ownTitle(other);
    if (title !== null) return title;
  }
  return null;
}

const nameOf = ({ key, rollCall: { body, symbol } }: Vote) =>
  symbol === null ? `A vote of ${body} (${key})` : `A vote on ${symbol}`;
