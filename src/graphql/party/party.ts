import type { Party as PartyRow } from '#snapshot/catalogue.ts';
import { builder } from '../builder.ts';
import { Verification } from '../document/verification.ts';
import { loadNodesOf, opaqueId, rowNumber } from '../node/node.ts';
import { PartyKind } from './party-kind.ts';

export const Party = builder.objectRef<PartyRow>('Party');

builder.objectType(Party, {
  description: 'Who takes positions: a country or a bloc.',
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    id: t.id(opaqueId('Party', ({ id }) => id)),
    key: t.exposeString('key', {
      description:
        'Stable: ISO 3166-1 alpha-2 for a country (`CN`), ISO 3166-3 for a former one, else `X-…`; a slug for a bloc (`nato`).',
    }),
    kind: t.expose('kind', { type: PartyKind, description: 'Country or bloc.' }),
    iso3: t.exposeString('iso3', { nullable: true, description: 'ISO 3166-1 alpha-3 of a country; null for a bloc.' }),
    name: t.exposeString('name', { description: 'Its usual English name.' }),
    aliases: t.exposeStringList('aliases', { description: 'Other names and abbreviations by which it is found.' }),
    founded: t.expose('founded', {
      type: 'Date',
      nullable: true,
      description: 'Day on which a bloc was founded; null for a country.',
    }),
    note: t.exposeString('note', {
      nullable: true,
      description: 'What a reader should know of it; null when nothing.',
    }),
    verification: t.expose('verification', {
      type: Verification,
      nullable: true,
      description: 'How far the dates of a bloc and its members were checked; null for a country.',
    }),
    addresses: t.expose('addresses', {
      type: ['URL'],
      description: 'Pages from which a bloc and its members are known.',
    }),
  }),
});

loadNodesOf('Party', (id, { snapshot }) => snapshot.parties.byId.get(rowNumber(id)) ?? null);
