import { dateOf } from '#agreement/day.ts';
import { addParty } from '#ledger/write/parties.ts';
import { Verification } from '../document/verification.ts';
import { addMutation } from '../write/mutation.ts';
import { PartyKind } from './party-kind.ts';
import { PartyRevised, showParty } from './party-revised.ts';

addMutation('addParty', {
  scope: 'catalogue:write',
  description: 'Adds a country or a bloc.',
  input: (t) => ({
    key: t.string({
      required: true,
      description:
        'ISO 3166-1 alpha-2 for a country (`CN`), ISO 3166-3 for a former one, else `X-…`; a slug for a bloc (`nato`).',
    }),
    kind: t.field({ type: PartyKind, required: true, description: 'Country or bloc.' }),
    name: t.string({ required: true, description: 'Its usual English name.' }),
    iso3: t.string({ description: 'ISO 3166-1 alpha-3 of a country.' }),
    aliases: t.stringList({ defaultValue: [], description: 'Other names and abbreviations by which it is found.' }),
    founded: t.field({ type: 'Date', description: 'Day on which a bloc was founded.' }),
    note: t.string({ description: 'What a reader should know of it.' }),
    verification: t.field({ type: Verification, description: 'How far the dates of a bloc were checked.' }),
    addresses: t.field({ type: ['URL'], defaultValue: [], description: 'Pages from which a bloc is known.' }),
  }),
  payload: PartyRevised,
  change: ({ key, kind, name, iso3, aliases, founded, note, verification, addresses }) =>
    addParty({
      key,
      kind,
      name,
      iso3: iso3 ?? null,
      aliases: aliases ?? [],
      founded: founded == null ? null : dateOf(founded),
      note: note ?? null,
      verification: verification ?? null,
      addresses: addresses ?? [],
    }),
  show: (input, context) => showParty(input, context),
});
