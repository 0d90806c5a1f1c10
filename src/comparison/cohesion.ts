import { type Cohesion, cohesionOver } from '#agreement/cohesion.ts';
import { allRows, type MemberTally, tallyMembers } from '#agreement/member-tally.ts';
import { applyPolicyToTally, type Policy } from '#agreement/policy.ts';
import { type Issue, type Party, type Proposition, type RollCall, rowAt } from '#snapshot/catalogue.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { type BlocMembers, blocMembersOf } from './bloc-members.ts';
import { blocTallies } from './bloc-tallies.ts';
import type { Comparison } from './comparison.ts';
import { issuesOf } from './look-up.ts';
import { absenceFits, propositionsInScope, type Scope, stanceFits } from './scope.ts';
import { unanimousRollCalls } from './unanimous-roll-calls.ts';

/** A group of parties over the propositions of a scope. */
export interface Group {
  readonly snapshot: Snapshot;
  /** The members of the bloc that was asked about, or the comparison of the parties that were. */
  readonly of: { readonly bloc: BlocMembers } | { readonly comparison: Comparison };
  readonly scope: Scope;
  readonly policy: Policy;
  /** Ordinals, in the order of the tally's columns. */
  readonly propositions: readonly number[];
  /** What the members of each proposition's day hold, as the policy sees it. */
  readonly tally: MemberTally;
}

/** A bloc as a group: on each proposition its confirmed members of the day that counts for `memberDay`. */
export function groupOfBloc(snapshot: Snapshot, bloc: Party, scope: Scope, policy: Policy): Group {
  const members = blocMembersOf(snapshot, bloc, scope.asKnownAt);
  const propositions = propositionsInScope(snapshot, scope);
  const inScope = { propositions, keep: stanceFits(snapshot, scope), keepAbsence: absenceFits(snapshot, scope) };
  const [tally] = blocTallies(snapshot, [members], scope, inScope, policy) as [MemberTally]; // one for each bloc
  const traits = {
    isRollCall: isRollCall(snapshot, propositions),
    unanimous: unanimousOf(snapshot, propositions, scope, policy),
  };
  return {
    snapshot,
    of: { bloc: members },
    scope,
    policy,
    propositions,
    tally: applyPolicyToTally(tally, traits, policy),
  };
}

/** The parties of a comparison as a group. */
export function groupOfParties(comparison: Comparison): Group {
  const { snapshot, scope, policy, propositions, policied } = comparison;
  const tally = tallyMembers(policied, allRows(policied), new Int32Array(policied.columns));
  return { snapshot, of: { comparison }, scope, policy, propositions, tally };
}

export const isRollCall = (snapshot: Snapshot, propositions: readonly number[]) => (column: number) =>
  rowAt(snapshot.propositions, propositions[column] as number).kind === 'ROLL_CALL';

/** By column, 1 for a roll call that the policy leaves out for unanimity. */
export function unanimousOf(snapshot: Snapshot, propositions: readonly number[], scope: Scope, policy: Policy) {
  if (policy.unanimousRollCalls === 'INCLUDE') return new Uint8Array(propositions.length);
  return unanimousRollCalls(snapshot, propositions, { day: scope.asOf, revision: scope.asKnownAt });
}

const over = ({ tally, policy }: Group, columns: readonly number[]): Cohesion =>
  cohesionOver(tally, columns, policy.minimumShared);

const columnsOf = ({ propositions }: Group): number[] => Array.from(propositions.keys());

const propositionAt = ({ snapshot, propositions }: Group, column: number): Proposition =>
  rowAt(snapshot.propositions, propositions[column] as number);

/** Cohesion over all propositions of the scope. */
export const cohesionOf = (group: Group): Cohesion => over(group, columnsOf(group));

/** Cohesion over some of the propositions, which have something in common. */
export interface CohesionPart<Of> {
  readonly of: Of;
  readonly cohesion: Cohesion;
}

/** By issue, in the order of their keys; a proposition about several counts in each of them. Only those with a proposition that counts. */
export function cohesionByIssue(group: Group): CohesionPart<Issue>[] {
  const { snapshot, propositions, scope } = group;
  const byIssue = new Map<Issue, number[]>();
  for (const [column, ordinal] of propositions.entries()) {
    for (const issue of issuesOf(snapshot, ordinal, scope.asKnownAt)) {
      if (scope.issues !== undefined && !scope.issues.some((wanted) => wanted.ordinal === issue.ordinal)) continue;
      const columns = byIssue.get(issue);
      if (columns === undefined) byIssue.set(issue, [column]);
      else columns.push(column);
    }
  }
  return partsOf(group, byIssue).sort((a, b) => (a.of.key < b.of.key ? -1 : 1));
}

/** By the year in which roll calls were tabled, the earliest first. Claims are of no year. */
export function cohesionByYear(group: Group): CohesionPart<number>[] {
  const yearOf = ({ tabledOn }: RollCall) => new Date(tabledOn * 86_400_000).getUTCFullYear();
  return partsOf(group, byRollCall(group, yearOf)).sort((a, b) => a.of - b.of);
}

/** A body and one of its sessions. */
export type Session = Pick<RollCall, 'body' | 'session' | 'series'>;

/** By the session of roll calls: by body, then in the order of the first roll call. */
export function cohesionBySession(group: Group): CohesionPart<Session>[] {
  const sessions = new Map<string, Map<string, Session & { first: number }>>();
  let latest: (Session & { first: number }) | null = null;
  const find = ({ body, session, series, tabledOn }: RollCall) => {
    // One roll call mostly follows another of its session.
    if (latest?.series === series && latest.body === body) return latest;
    const ofBody = sessions.get(body) ?? new Map<string, Session & { first: number }>();
    const found = ofBody.get(series) ?? { body, session, series, first: tabledOn };
    sessions.set(body, ofBody);
    ofBody.set(series, found);
    latest = found;
    return found;
  };
  const sessionOf = (rollCall: RollCall) => {
    const found = find(rollCall);
    if (rollCall.tabledOn < found.first) found.first = rollCall.tabledOn;
    return found;
  };
  const parts = partsOf(group, byRollCall(group, sessionOf));
  return parts.sort((a, b) => (a.of.body === b.of.body ? a.of.first - b.of.first : a.of.body < b.of.body ? -1 : 1));
}

function byRollCall<Of>(group: Group, keyOf: (rollCall: RollCall) => Of): Map<Of, number[]> {
  const columns = new Map<Of, number[]>();
  let latest: { readonly key: Of; readonly among: number[] } | null = null;
  for (let column = 0; column < group.propositions.length; column++) {
    const { rollCall } = propositionAt(group, column);
    if (rollCall === null) continue;
    const key = keyOf(rollCall);
    if (latest === null || latest.key !== key) {
      latest = { key, among: columns.get(key) ?? [] };
      columns.set(key, latest.among);
    }
    latest.among.push(column);
  }
  return columns;
}

const partsOf = <Of>(group: Group, columns: ReadonlyMap<Of, number[]>): CohesionPart<Of>[] =>
  Array.from(columns, ([of, among]) => ({ of, cohesion: over(group, among) })).filter(
    ({ cohesion }) => cohesion.propositions > 0,
  );
