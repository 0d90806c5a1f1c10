import type { MemberSpan } from '#agreement/member-tally.ts';
import { isKnownAt } from '#agreement/stance-columns.ts';
import type { Membership, Party } from '#snapshot/catalogue.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { membershipsOf } from './look-up.ts';

/** Who belonged to a bloc when, as known at a revision. */
export interface BlocMembers {
  readonly bloc: Party;
  /** Full members beyond doubt; one that left and returned has several. */
  readonly confirmed: readonly Membership[];
  /** Full members of which reports differ. */
  readonly unclear: readonly Membership[];
}

/** Whether a party can have members: a country or a person cannot. */
export const canHaveMembers = ({ kind }: Party): boolean => kind === 'BLOC' || kind === 'GROUP';

/** All memberships of a bloc that were known at a revision, whatever their day. Participants are not members. */
export function blocMembersOf(snapshot: Snapshot, bloc: Party, revision: number): BlocMembers {
  const question = { day: null, revision, includeUnclear: true, includeParticipants: false };
  const { confirmed = [], unclear = [] } = Object.groupBy(
    membershipsOf(snapshot, 'bloc', bloc, question),
    ({ status }) => (status === 'CONFIRMED' ? 'confirmed' : 'unclear'),
  );
  return { bloc, confirmed, unclear };
}

/** Ordinals of the members on a day. */
export const membersOn = (memberships: readonly Membership[], day: number): number[] =>
  memberships.filter(({ from, until }) => from <= day && day < until).map(({ member }) => member);

/** The confirmed memberships as spans of the rows of a matrix, `rowOf` by ordinal of the party. */
export const spansOf = ({ confirmed }: BlocMembers, rowOf: Int32Array): MemberSpan[] =>
  confirmed.map(({ member, from, until }) => ({ row: rowOf[member] as number, from, until }));

/** Ordinals of all that were ever confirmed members of any of the blocs, each once. */
export const everMembers = (blocs: Iterable<BlocMembers>): number[] => [
  ...new Set(Array.from(blocs, ({ confirmed }) => confirmed.map(({ member }) => member)).flat()),
];

/** Ordinals of all that were ever confirmed members of any bloc, as known at a revision. */
export const membersOfAny = ({ memberships }: Snapshot, revision: number): number[] => [
  ...new Set(
    memberships
      .filter(
        ({ status, role, addedIn, retiredIn }) =>
          status === 'CONFIRMED' && role === 'MEMBER' && isKnownAt(addedIn, retiredIn, revision),
      )
      .map(({ member }) => member),
  ),
];
