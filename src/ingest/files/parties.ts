import type { Proposal } from '#ledger/write/proposal.ts';
import type { LedgerFile } from './format.ts';
import { type Path, placeIn, type SourceFile } from './source-file.ts';

/** Adds parties and memberships for countries and for blocs with their members. */
export function addParties(proposal: Proposal, file: SourceFile, { countries, blocs }: LedgerFile): void {
  for (const [index, country] of countries.entries()) {
    const row = { ...country, kind: 'COUNTRY', founded: null, verification: null, addresses: [] } as const;
    proposal.party.push({ row, at: placeIn(file, ['countries', index]) });
  }
  for (const [index, { members, participants, ...bloc }] of blocs.entries()) {
    const path = ['blocs', index];
    proposal.party.push({ row: { ...bloc, kind: 'BLOC', iso3: null }, at: placeIn(file, path) });
    addMembers(proposal, file, [...path, 'members'], bloc.key, members);
    addParticipants(proposal, file, [...path, 'participants'], bloc.key, participants);
  }
}

type Bloc = LedgerFile['blocs'][number];

function addMembers(proposal: Proposal, file: SourceFile, path: Path, bloc: string, members: Bloc['members']) {
  for (const [place, { country, ...period }] of members.entries()) {
    const row = { bloc, member: country, ...period, role: 'MEMBER' } as const;
    proposal.membership.push({ row, at: placeIn(file, [...path, place], { member: 'country' }) });
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
