import { adjustedRand, jaccard } from '#agreement/structure/overlap.ts';
import { type Party, rowAt } from '#snapshot/catalogue.ts';
import { blocMembersOf, canHaveMembers, membersOn } from '../bloc-members.ts';
import { type PartyGroup, partyGroups } from './party-groups.ts';
import type { Structure } from './structure.ts';

/** A bloc beside the discovered group that is most like it. */
export interface BlocBesideGroup {
  readonly structure: Structure;
  readonly bloc: Party;
  readonly group: PartyGroup;
  /** 0 to 1. */
  readonly jaccard: number;
  /** Of bloc or not and group or not, at most 1; null where chance leaves nothing to find. */
  readonly adjustedRand: number | null;
  readonly both: readonly Party[];
  readonly onlyBloc: readonly Party[];
  readonly onlyGroup: readonly Party[];
  /** Members of the bloc that are not among the parties of the structure. */
  readonly absent: readonly Party[];
}

/** The day whose members a bloc has: that of the last roll call in scope; with claims among what the parties hold, or without anything, that of the scope. */
export function blocDay({ comparison: { snapshot, propositions, scope } }: Structure): number {
  const days = propositions.map((ordinal) => rowAt(snapshot.propositions, ordinal).rollCall?.tabledOn ?? scope.asOf);
  return days.length === 0 ? scope.asOf : days.reduce((last, day) => Math.max(last, day));
}

/**
 * Every bloc that has two confirmed members of the day or more among the parties, beside the group with the greatest Jaccard index, of equal ones that with the
 * greater adjusted Rand index, then the larger one. By index, then by key of the bloc.
 */
export function blocsBeside(structure: Structure): BlocBesideGroup[] {
  const { parties, comparison } = structure;
  const { snapshot, scope } = comparison;
  const day = blocDay(structure);
  const among = new Set(parties.map(({ ordinal }) => ordinal));
  const found = snapshot.parties.list.flatMap((bloc): BlocBesideGroup[] => {
    if (bloc.retired || !canHaveMembers(bloc)) return [];
    const { confirmed } = blocMembersOf(snapshot, bloc, scope.asKnownAt);
    const members = new Set(membersOn(confirmed, day));
    const present = [...members].filter((member) => among.has(member));
    if (present.length < 2) return [];
    const absent = [...members]
      .filter((member) => !among.has(member))
      .map((ordinal) => rowAt(snapshot.parties, ordinal));
    const beside = partyGroups(structure).map((group) => ({ ...besideGroup(structure, bloc, members, group), absent }));
    return beside
      .sort(likest)
      .slice(0, 1)
      .map((best) => ({ ...best, absent: byKey(best.absent) }));
  });
  return found.sort((a, b) => b.jaccard - a.jaccard || (a.bloc.key < b.bloc.key ? -1 : 1));
}

const likest = (a: Likeness, b: Likeness): number =>
  b.jaccard - a.jaccard || (b.adjustedRand ?? -1) - (a.adjustedRand ?? -1) || a.group.number - b.group.number;

type Likeness = Omit<BlocBesideGroup, 'absent'>;

const byKey = (parties: readonly Party[]): Party[] => parties.toSorted((a, b) => (a.key < b.key ? -1 : 1));

function besideGroup(structure: Structure, bloc: Party, members: ReadonlySet<number>, group: PartyGroup): Likeness {
  const { parties } = structure;
  const inGroup = new Set(group.members.map(({ party }) => party.ordinal));
  const those = (isInBloc: boolean, isInGroup: boolean) =>
    parties.filter(({ ordinal }) => members.has(ordinal) === isInBloc && inGroup.has(ordinal) === isInGroup);
  const [both, onlyBloc, onlyGroup] = [those(true, true), those(true, false), those(false, true)];
  const overlap = {
    both: both.length,
    first: onlyBloc.length,
    second: onlyGroup.length,
    neither: those(false, false).length,
  };
  return {
    structure,
    bloc,
    group,
    jaccard: jaccard(overlap),
    adjustedRand: adjustedRand(overlap),
    both,
    onlyBloc,
    onlyGroup,
  };
}
