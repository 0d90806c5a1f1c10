import { amendParty } from '#ledger/write/parties.ts';
import { Verification } from '../document/document-enums.ts';
import { addMutation } from '../write/mutation.ts';
import { dateChange } from '../write/run-write.ts';
import { PartyRevised, showParty } from './party-revised.ts';

addMutation('amendParty', {
  scope: 'catalogue:write',
  description: 'Changes the details of a party. Omitted fields keep their value; null clears a field.',
  input: (t) => ({
    key: t.string({ required: true, description: 'Key of the record to amend. Keys cannot be changed.' }),
    name: t.string({ description: 'Usual English name, such as `China`.' }),
    iso3: t.string({ description: 'ISO 3166-1 alpha-3 code of a country, such as `CHN`; for a country alone.' }),
    aliases: t.stringList({
      description: 'All other names and abbreviations by which it is found and named; replaces the present list.',
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
      description: 'All web pages about a bloc and its members, a person or a group; replaces the present list.',
    }),
  }),
  payload: PartyRevised,
  change: ({ key, founded, message, idempotencyKey, baseRevision, ...said }) =>
    amendParty(key, { ...said, founded: dateChange(founded) }),
  show: (input, context) => showParty(input, context),
});
