import { NEVER } from '#agreement/stance-columns.ts';
import { type Membership, rowAt } from '#snapshot/catalogue.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';

/** What one revision said of the members of one bloc or group: memberships that it added, corrected or took back. */
export interface MembersChange {
  readonly revision: number;
  /** Ordinal. */
  readonly bloc: number;
  /** The latest day on which any of these memberships began or ended. */
  readonly day: number;
}

/** A membership as known before a revision and at it; null: none that begins on this day. */
export interface MembershipChange {
  /** Ordinal. */
  readonly member: number;
  readonly before: Membership | null;
  readonly after: Membership | null;
}

const lastDay = ({ from, until }: Membership) => (until === NEVER ? from : Math.max(from, until));

const changedIn = ({ addedIn, retiredIn }: Membership) => [addedIn, retiredIn].filter((revision) => revision !== NEVER);

/** One change for each revision and bloc that these memberships tell of; in no order. */
export function membersChanges(
  { memberships }: Pick<Snapshot, 'memberships'>,
  isWanted: (membership: Membership, revision: number) => boolean = () => true,
): MembersChange[] {
  const changes = new Map<string, MembersChange>();
  for (const membership of memberships) {
    for (const revision of changedIn(membership)) {
      if (!isWanted(membership, revision)) continue;
      const { bloc } = membership;
      const key = `${revision} ${bloc}`;
      const day = Math.max(lastDay(membership), changes.get(key)?.day ?? Number.NEGATIVE_INFINITY);
      changes.set(key, { revision, bloc, day });
    }
  }
  return [...changes.values()];
}

/** What a change was for each membership, which is known by its bloc, member and first day; by key of the member, then by that day. */
export function changedMemberships(
  { memberships, parties }: Pick<Snapshot, 'memberships' | 'parties'>,
  { revision, bloc }: MembersChange,
): MembershipChange[] {
  const changed = memberships.filter((row) => row.bloc === bloc && changedIn(row).includes(revision));
  const ofOne = Map.groupBy(changed, ({ member, from }) => `${rowAt(parties, member).key} ${from}`);
  const first = (rows: readonly Membership[]) => rows[0] as Membership; // a group has one at least
  return [...ofOne.values()]
    .map((rows) => ({
      row: first(rows),
      before: rows.find(({ retiredIn }) => retiredIn === revision) ?? null,
      after: rows.find(({ addedIn }) => addedIn === revision) ?? null,
    }))
    .sort(
      (a, b) => byMember(rowAt(parties, a.row.member).key, rowAt(parties, b.row.member).key) || a.row.from - b.row.from,
    )
    .map(({ row: { member }, before, after }) => ({ member, before, after }));
}

const byMember = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);
