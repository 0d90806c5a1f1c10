import type { MembershipRow } from '#ledger/tables/parties.ts';
import type { Proposal } from '#ledger/write/proposal.ts';
import type { LedgerFile } from './format.ts';
import { type Path, placeIn, type SourceFile } from './source-file.ts';

/** Adds parties and memberships for countries and for blocs with their members, for people and for groups with theirs. */
export function addParties(
  proposal: Proposal,
  file: SourceFile,
  { countries, blocs, people, groups }: LedgerFile,
): void {
  for (const [index, country] of countries.entries()) {
    const row = { ...country, kind: 'COUNTRY', founded: null, verification: null, addresses: [] } as const;
    proposal.party.push({ row, at: placeIn(file, ['countries', index]) });
  }
  for (const [index, { members, participants, ...bloc }] of blocs.entries()) {
    const path = ['blocs', index];
    proposal.party.push({ row: { ...bloc, kind: 'BLOC', iso3: null }, at: placeIn(file, path) });
    const countriesIn = members.map(({ country, ...period }) => ({ member: country, ...period }));
    addMembers(proposal, file, [...path, 'members'], bloc.key, 'country', countriesIn);
    addParticipants(proposal, file, [...path, 'participants'], bloc.key, participants);
  }
  for (const [index, person] of people.entries()) {
    const row = { ...person, kind: 'PERSON', iso3: null, founded: null } as const;
    proposal.party.push({ row, at: placeIn(file, ['people', index]) });
  }
  for (const [index, { members, participants, ...group }] of groups.entries()) {
    const path = ['groups', index];
    proposal.party.push({ row: { ...group, kind: 'GROUP', iso3: null }, at: placeIn(file, path) });
    const peopleIn = members.map(({ person, ...period }) => ({ member: person, ...period }));
    addMembers(proposal, file, [...path, 'members'], group.key, 'person', peopleIn);
    addParticipants(proposal, file, [...path, 'participants'], group.key, participants);
  }
}

type Bloc = LedgerFile['blocs'][number];

function addMembers(
  proposal: Proposal,
  file: SourceFile,
  path: Path,
  bloc: string,
  field: 'country' | 'person',
  members: readonly Omit<MembershipRow, 'bloc' | 'role'>[],
) {
  for (const [place, member] of members.entries()) {
    const row = { bloc, ...member, role: 'MEMBER' } as const;
    proposal.membership.push({ row, at: placeIn(file, [...path, place], { member: field }) });
  }
}

function addParticipants(
  proposal: Proposal,
  file: SourceFile,
  path: Path,
  bloc: string,
  participants: Bloc['participants'],
) {
  for (const [place, { party, ...period }] of participants.entries()) {
    const row = { bloc, member: party, ...period, role: 'PARTICIPANT' } as const;
    proposal.membership.push({ row, at: placeIn(file, [...path, place], { member: 'party' }) });
  }
}
