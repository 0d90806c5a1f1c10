import { type Cohesion, cohesionOver } from '#agreement/cohesion.ts';
import type { WedgeRule } from '#agreement/ground/wedges.ts';
import { tallyMembers } from '#agreement/member-tally.ts';
import { NEVER } from '#agreement/stance-columns.ts';
import { membersOfGroups } from '#agreement/structure/groups.ts';
import type { Party } from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';
import { type WedgeRow, wedgesOfSets } from '../ground/wedges.ts';
import { groupingOf, type Structure } from './structure.ts';

/** Parties that stand together. */
export interface PartyGroup {
  readonly structure: Structure;
  /** 1 for the largest. */
  readonly number: number;
  /** In the order of their keys. */
  readonly members: readonly GroupMember[];
  /** Mean agreement over the pairs of members, and over those of a member and another party, that have a value; null without any. */
  readonly within: number | null;
  readonly outside: number | null;
}

export interface GroupMember {
  readonly party: Party;
  /** Index among the parties of the structure. */
  readonly index: number;
  readonly silhouette: number;
}

/** The groups of a structure, the largest first. */
export const partyGroups = oncePer((structure: Structure): PartyGroup[] => {
  const { parties } = structure;
  const grouping = groupingOf(structure);
  return membersOfGroups(grouping).map((rows, index) => ({
    structure,
    number: index + 1,
    members: rows.map((row) => ({
      party: parties[row] as Party,
      index: row,
      silhouette: grouping.silhouettes[row] as number,
    })),
    ...meansOf(structure, grouping.group, index),
  }));
});

function meansOf({ agreement: { size, values } }: Structure, group: Int32Array, number: number) {
  const within = { sum: 0, pairs: 0 };
  const outside = { sum: 0, pairs: 0 };
  for (let a = 0; a < size; a++) {
    if (group[a] !== number) continue;
    for (let b = 0; b < size; b++) {
      const value = values[a * size + b] as number;
      const isInside = group[b] === number;
      if (Number.isNaN(value) || (isInside && b <= a)) continue;
      const means = isInside ? within : outside;
      means.sum += value;
      means.pairs++;
    }
  }
  const mean = ({ sum, pairs }: typeof within) => (pairs === 0 ? null : sum / pairs);
  return { within: mean(within), outside: mean(outside) };
}

/** From this silhouette on a member belongs to the core of its group, and below the second to its edge: a reasonable structure, and no substantial one. Kaufman & Rousseeuw 1990. */
export const [coreFrom, edgeBelow] = [0.5, 0.25];

export const coreOf = ({ members }: PartyGroup): readonly GroupMember[] =>
  members.filter(({ silhouette }) => silhouette >= coreFrom);
export const edgeOf = ({ members }: PartyGroup): readonly GroupMember[] =>
  members.filter(({ silhouette }) => silhouette < edgeBelow);

/** How far the members of a group hold together, over all propositions in scope. */
export function cohesionOfGroup({ structure, members }: PartyGroup): Cohesion {
  const { policied, policy } = structure.comparison;
  const spans = rowsOf(structure, members).map((row) => ({ row, from: -NEVER, until: NEVER }));
  const tally = tallyMembers(policied, spans, new Int32Array(policied.columns));
  return cohesionOver(
    tally,
    Array.from({ length: policied.columns }, (_, column) => column),
    policy.minimumShared,
  );
}

/** The propositions that set a group apart from all other parties of the structure, the strongest first; none where there are no others. */
export function wedgesOfGroup(group: PartyGroup, rule: WedgeRule): readonly WedgeRow[] {
  const { structure, members } = group;
  const own = new Set(members.map(({ index }) => index));
  const others = structure.rows.filter((_, index) => !own.has(index));
  return others.length === 0 ? [] : wedgesOfSets(structure.comparison, rowsOf(structure, members), others, rule);
}

const rowsOf = ({ rows }: Structure, members: readonly GroupMember[]): number[] =>
  members.map(({ index }) => rows[index] as number);
