import type { Party as PartyRow } from '#snapshot/catalogue.ts';
import { builder } from '../builder.ts';
import { Verification } from '../document/document-enums.ts';
import { loadNodesOf, opaqueId, rowNumber } from '../node/node.ts';
import { PartyKind } from './party-kind.ts';

export const Party = builder.objectRef<PartyRow>('Party');

builder.objectType(Party, {
  description: 'A party that takes positions: a country or a bloc; a person or a group, as in a parliament.',
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    id: t.id(opaqueId('Party', ({ id }) => id)),
    key: t.exposeString('key', {
      description:
        'Stable key. For a country: ISO 3166-1 alpha-2 (`CN`), ISO 3166-3 if it no longer exists (`YUCS`), else `X-…`. For a bloc, person or group: a slug (`nato`).',
    }),
    kind: t.expose('kind', { type: PartyKind, description: 'What kind of party it is, such as a country.' }),
    iso3: t.exposeString('iso3', {
      nullable: true,
      description:
        'ISO 3166-1 alpha-3 code of a country, such as `CHN`; null for other parties and for countries without one.',
    }),
    name: t.exposeString('name', { description: 'Usual English name, such as `China`.' }),
    aliases: t.exposeStringList('aliases', {
      description:
        'Other names and abbreviations recorded for it, such as `PRC`; may be empty. The names and codes of lists of countries are taken as well.',
    }),
    founded: t.expose('founded', {
      type: 'Date',
      nullable: true,
      description: 'Day on which a bloc or group was founded; null for a country or person, or when unknown.',
    }),
    note: t.exposeString('note', {
      nullable: true,
      description: 'Note for readers, such as what is uncertain; null when there is none.',
    }),
    verification: t.expose('verification', {
      type: Verification,
      nullable: true,
      description: 'How far the dates of a bloc and its members were checked; null for a country.',
    }),
    addresses: t.expose('addresses', {
      type: ['URL'],
      description: 'Web pages about a bloc and its members, a person or a group; empty for a country.',
    }),
  }),
});

loadNodesOf('Party', (id, { snapshot }) => snapshot.parties.byId.get(rowNumber(id)) ?? null);
