import { type Bridge, bridgesOf } from '#agreement/structure/bridges.ts';
import type { Party } from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';
import { type PartyGroup, partyGroups } from './party-groups.ts';
import { groupingOf, type Structure } from './structure.ts';

/** A party between two groups. */
export interface PartyBridge extends Omit<Bridge, 'party' | 'first' | 'second'> {
  readonly party: Party;
  /** The group that it belongs to itself, which may be one of the two. */
  readonly own: PartyGroup;
  readonly first: PartyGroup;
  readonly second: PartyGroup;
}

/** The bridges of a structure, the widest margin first. */
export const partyBridges = oncePer((structure: Structure): PartyBridge[] => {
  const groups = partyGroups(structure);
  const grouping = groupingOf(structure);
  const groupAt = (number: number) => groups[number] as PartyGroup; // every number has one
  return bridgesOf(structure.agreement, grouping).map((bridge) => ({
    ...bridge,
    party: structure.parties[bridge.party] as Party,
    own: groupAt(grouping.group[bridge.party] as number),
    first: groupAt(bridge.first),
    second: groupAt(bridge.second),
  }));
});
