import type { SymbolForm } from '#ledger/symbol-form.ts';

/** What tells a roll call from others. */
export interface RollCallSign {
  readonly id: number;
  readonly body: string;
  /** Number of the regular session. */
  readonly session: number;
  /** YYYY-MM-DD. */
  readonly day: string;
  /** Null if the record has none. */
  readonly symbol: SymbolForm | null;
}

/** A roll call of the files and one of the ledger that may be the same, and what says so. */
export interface Pair {
  readonly ours: number;
  readonly theirs: number;
  readonly by: Likeness;
}

/** How two records are alike, from what says most to what says least. */
export const likenesses = ['SYMBOL', 'BASE', 'DAY'] as const;

export type Likeness = (typeof likenesses)[number];

/** Share of the votes of the states in both records that have to be equal. */
export const leastEqual = 0.97;

/** The days of older sessions are placeholders in Voeten's record: their month alone is known. */
const lastSessionWithoutDays = 53;

const period = (day: string, session: number) => (session <= lastSessionWithoutDays ? day.slice(0, 7) : day);

/**
 * The roll calls on whole texts of both records that may be the same: with an equal symbol; with one that is equal but for its letter where the ledger
 * has no other roll call on it, on the same day; or, where one of them has no symbol, on the same day. In sessions 1 to 53 the same month will do.
 */
export function likePairs(ours: readonly RollCallSign[], theirs: readonly RollCallSign[]): Pair[] {
  const byBase = Map.groupBy(theirs, ({ body, symbol }) => (symbol === null ? null : `${body} ${symbol.base}`));
  const byPeriod = Map.groupBy(theirs, ({ body, day, session }) => `${body} ${period(day, session)}`);
  return ours.flatMap((our) => {
    const sameDay = ['', our.day, our.day.slice(0, 7)].flatMap((when) => byPeriod.get(`${our.body} ${when}`) ?? []);
    const named = our.symbol === null ? [] : (byBase.get(`${our.body} ${our.symbol.base}`) ?? []);
    const pairs = named.flatMap((their): Pair[] => {
      if (their.symbol?.letter === our.symbol?.letter) return [pair(our, their, 'SYMBOL')];
      return named.length === 1 && sameDay.includes(their) ? [pair(our, their, 'BASE')] : [];
    });
    const nameless = sameDay.filter(({ symbol }) => symbol === null || our.symbol === null);
    return [...pairs, ...nameless.map((their) => pair(our, their, 'DAY'))];
  });
}

const pair = ({ id: ours }: RollCallSign, { id: theirs }: RollCallSign, by: Likeness): Pair => ({ ours, theirs, by });

/** A pair with the votes of the states that voted in both records: how many, and how many of them are equal. */
export interface ComparedPair extends Pair {
  readonly shared: number;
  readonly equal: number;
}

export interface Matches {
  /** The roll call of the ledger that one of the files is. */
  readonly same: ReadonlyMap<number, number>;
  /** Roll calls of the files that could be one of several of the ledger, or share one with others of the files; and which. */
  readonly ambiguous: ReadonlyMap<number, readonly number[]>;
}

/**
 * Which roll calls are the same: those whose votes are equal, when nothing else fits as well. What says more goes first: where a symbol has decided, a
 * record without one on the same day does not make it doubtful.
 */
export function matchesIn(pairs: readonly ComparedPair[]): Matches {
  const fitting = pairs.filter(({ shared, equal }) => shared > 0 && equal >= shared * leastEqual);
  const same = new Map<number, number>();
  const ambiguous = new Map<number, readonly number[]>();
  const taken = new Set<number>();
  for (const likeness of likenesses) {
    const open = fitting.filter(
      ({ ours, theirs, by }) => by === likeness && !same.has(ours) && !ambiguous.has(ours) && !taken.has(theirs),
    );
    const ofOurs = Map.groupBy(open, ({ ours }) => ours);
    const ofTheirs = Map.groupBy(open, ({ theirs }) => theirs);
    for (const [ours, found] of ofOurs) {
      const [only] = found;
      const isOnly = found.length === 1 && only !== undefined && ofTheirs.get(only.theirs)?.length === 1;
      if (isOnly) same.set(ours, only.theirs);
      else
        ambiguous.set(
          ours,
          found.map(({ theirs }) => theirs).sort((one, other) => one - other),
        );
    }
    for (const { theirs } of open) taken.add(theirs);
  }
  return { same, ambiguous };
}
