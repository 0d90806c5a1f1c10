import { dayOf } from '#agreement/day.ts';
import type { StanceKey } from '../stance-key.ts';
import type { MembershipRow } from '../tables/membership.ts';

/**
 * The rows that a write names by their keys, whether there are any or not. Whoever names a stance or a membership names the rows in its key too. All
 * that a write can change, and all that the rules judge it by, is reached from here: see `readNamed`.
 */
export interface Names {
  /** In any case. */
  readonly party?: Iterable<string>;
  readonly issue?: Iterable<string>;
  readonly proposition?: Iterable<string>;
  readonly document?: Iterable<string>;
  readonly passage?: Iterable<string>;
  readonly stance?: readonly StanceKey[];
  readonly membership?: readonly Pick<MembershipRow, 'bloc' | 'member'>[];
}

/** The propositions that are named, also those in the keys of stances. */
export const namedPropositions = ({ proposition = [], stance = [] }: Names): string[] => [
  ...new Set([...proposition, ...stance.map((key) => key.proposition)]),
];

/** The parties that are named, in lower case, also those in the keys of stances and memberships. */
export const namedParties = ({ party = [], stance = [], membership = [] }: Names): string[] => {
  const keys = [
    ...party,
    ...stance.map((key) => key.party),
    ...membership.flatMap(({ bloc, member }) => [bloc, member]),
  ];
  return [...new Set(keys.map((key) => key.toLowerCase()))];
};

/** The keys of stances that are named, once each; without those of days that do not exist, on which nothing is held. */
export function namedStances({ stance = [] }: Names): StanceKey[] {
  const exist = stance.filter(({ heldFrom }) => heldFrom >= '0001' && !Number.isNaN(dayOf(heldFrom)));
  const keys = exist.map((key) => ({ ...key, party: key.party.toLowerCase() }));
  return [...new Map(keys.map((key) => [`${key.party} | ${key.proposition} | ${key.heldFrom}`, key])).values()];
}
