import { party } from '#ledger/tables/parties.ts';
import { filled } from '#ledger/tables/table.ts';
import { addParty } from '#ledger/write/parties.ts';
import { Verification } from '../document/document-enums.ts';
import { addMutation } from '../write/mutation.ts';
import { dateChange } from '../write/run-write.ts';
import { PartyKind } from './party-kind.ts';
import { PartyRevised, showParty } from './party-revised.ts';

addMutation('addParty', {
  scope: 'catalogue:write',
  description: 'Adds a country, a bloc, a person or a group.',
  input: (t) => ({
    key: t.string({
      required: true,
      description:
        'Key of the new party. For a country: ISO 3166-1 alpha-2 (`CN`), ISO 3166-3 if it no longer exists (`YUCS`), else `X-…`. For a bloc, person or group: a slug (`nato`).',
    }),
    kind: t.field({ type: PartyKind, required: true, description: 'What kind of party it is, such as a country.' }),
    name: t.string({ required: true, description: 'Usual English name, such as `China`.' }),
    iso3: t.string({ description: 'ISO 3166-1 alpha-3 code of a country, such as `CHN`; for a country alone.' }),
    aliases: t.stringList({
      defaultValue: [],
      description: 'Other names and abbreviations by which it is found and named, such as `PRC`.',
    }),
    founded: t.field({
      type: 'Date',
      description: 'Day on which a bloc or group was founded; not for a country or person.',
    }),
    note: t.string({ description: 'Note for readers, such as what is uncertain.' }),
    verification: t.field({
      type: Verification,
      description: 'How far the dates of a bloc were checked; not for a country.',
    }),
    addresses: t.field({
      type: ['URL'],
      defaultValue: [],
      description: 'Web pages about a bloc and its members, a person or a group; none for a country.',
    }),
  }),
  payload: PartyRevised,
  change: ({ aliases, founded, addresses, ...said }) =>
    addParty(
      filled(party, { ...said, aliases: aliases ?? [], founded: dateChange(founded), addresses: addresses ?? [] }),
    ),
  show: (input, context) => showParty(input, context),
});
