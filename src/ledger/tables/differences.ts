import { Position } from '#postgres/generated/enums.ts';
import { url } from './forms.ts';
import { declare, keyOf, oneOf, optional, slug, text } from './table.ts';

/**
 * What a source says of a party in a roll call that another source recorded otherwise. The ledger goes by the other: a difference is no stance, and
 * changes no number.
 */
export const difference = declare({
  name: 'difference',
  key: ['proposition', 'party', 'source'],
  catalogue: false,
  columns: {
    proposition: keyOf('proposition', 'The roll call.'),
    party: keyOf('party', 'The party.'),
    source: slug('The source that says otherwise than the ledger.'),
    position: optional(
      oneOf({ Position }, 'The position that it records; empty where it says that the party did not vote.'),
    ),
    address: optional(text('Its record of the roll call.', { form: url })),
  },
});
