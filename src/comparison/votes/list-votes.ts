import { dateOf } from '#agreement/day.ts';
import { Refusal } from '#refusal/refusal.ts';
import type { Proposition } from '#snapshot/catalogue.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { standingInOrder } from '../list-documents.ts';
import { isInScope, type Scope } from '../scope.ts';
import { marginOf, resultOf, type VoteResult } from './tally.ts';
import { isVote, type Vote } from './vote-title.ts';

/** Which roll calls, besides what a scope says of them; what is undefined does not matter. Days. */
export interface VoteFilter {
  /** The beginning of a symbol, in any case, as the ledger or the UN writes it. */
  readonly symbol?: string | undefined;
  readonly from?: number | undefined;
  readonly before?: number | undefined;
  readonly results?: readonly VoteResult[] | undefined;
  /** 0 to 1. */
  readonly mostMargin?: number | undefined;
}

const tabled = ({ rollCall }: Proposition) => rollCall?.tabledOn ?? Number.NEGATIVE_INFINITY;
const margin = ({ rollCall }: Proposition) =>
  (rollCall === null ? null : marginOf(rollCall)) ?? Number.POSITIVE_INFINITY;

/** Equal ones follow their keys. */
export const orders = {
  TABLED_DESC: (a: Proposition, b: Proposition) => Math.sign(tabled(b) - tabled(a)) || 0,
  TABLED_ASC: (a: Proposition, b: Proposition) => Math.sign(tabled(a) - tabled(b)) || 0,
  CLOSEST: (a: Proposition, b: Proposition) =>
    Math.sign(margin(a) - margin(b)) || Math.sign(tabled(b) - tabled(a)) || 0,
} as const;

export type VoteOrder = keyof typeof orders;

/**
 * The roll calls of a ledger, as known when it shows it, that fit a scope and a filter; in order.
 * @throws Refusal `BAD_INPUT` for an empty period or a margin out of range
 */
export function listVotes(ledger: Snapshot, scope: Scope, filter: VoteFilter, order: VoteOrder): Vote[] {
  const { from = Number.NEGATIVE_INFINITY, before = Number.POSITIVE_INFINITY, results, mostMargin } = filter;
  check(filter);
  const inScope = isInScope(ledger, scope);
  const symbol = filter.symbol === undefined ? null : plainSymbol(filter.symbol);
  return standingInOrder(ledger.propositions, order, orders[order])
    .filter(isVote)
    .filter(
      ({ ordinal, rollCall }) =>
        inScope[ordinal] === 1 &&
        rollCall.tabledOn >= from &&
        rollCall.tabledOn < before &&
        (symbol === null || plainSymbol(rollCall.symbol ?? '').startsWith(symbol)) &&
        (results === undefined || isAmong(results, resultOf(rollCall))) &&
        (mostMargin === undefined || (marginOf(rollCall) ?? Number.POSITIVE_INFINITY) <= mostMargin),
    );
}

const isAmong = (results: readonly VoteResult[], result: VoteResult | null): boolean =>
  result !== null && results.includes(result);

function check({ from, before, mostMargin }: VoteFilter): void {
  if (from !== undefined && before !== undefined && before <= from)
    throw new Refusal('BAD_INPUT', `tabledBefore: found ${dateOf(before)}, expected a day after ${dateOf(from)}.`);
  if (mostMargin !== undefined && !(mostMargin >= 0 && mostMargin <= 1))
    throw new Refusal('BAD_INPUT', `mostMargin: found ${mostMargin}, expected a number from 0 to 1.`);
}

/** A symbol without what sources write before the session: `R/74/41`, `A/RES/74/41` and `74/41` are one. */
const plainSymbol = (symbol: string) =>
  symbol
    .trim()
    .toUpperCase()
    .replace(/^(?:A\/RES|R)\//, '');
