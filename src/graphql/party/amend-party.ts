import { amendParty } from '#ledger/write/parties.ts';
import { Verification } from '../document/verification.ts';
import { dateChange } from '../write/date-change.ts';
import { addMutation } from '../write/mutation.ts';
import { PartyRevised, showParty } from './party-revised.ts';

addMutation('amendParty', {
  scope: 'catalogue:write',
  description: 'Changes what is said of a country or bloc. What the input leaves out stays; null makes it unknown.',
  input: (t) => ({
    key: t.string({ required: true, description: 'Its key, which stays.' }),
    name: t.string({ description: 'Its usual English name.' }),
    iso3: t.string({ description: 'ISO 3166-1 alpha-3 of a country.' }),
    aliases: t.stringList({ description: 'All other names and abbreviations by which it is found.' }),
    founded: t.field({ type: 'Date', description: 'Day on which a bloc was founded.' }),
    note: t.string({ description: 'What a reader should know of it.' }),
    verification: t.field({ type: Verification, description: 'How far the dates of a bloc were checked.' }),
    addresses: t.field({ type: ['URL'], description: 'All pages from which a bloc is known.' }),
  }),
  payload: PartyRevised,
  change: ({ key, name, iso3, aliases, founded, note, verification, addresses }) =>
    amendParty(key, { name, iso3, aliases, founded: dateChange(founded), note, verification, addresses }),
  show: (input, context) => showParty(input, context),
});
