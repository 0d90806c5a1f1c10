import { dateOf } from '#agreement/day.ts';
import type { Address } from '#ledger/tables/documents.ts';
import type { SignatorySaid } from '#ledger/write/documents.ts';
import { builder } from '../builder.ts';
import { SignatoryRole } from './document-enums.ts';

export const DocumentAddressInput = builder.inputType('DocumentAddressInput', {
  description: 'A web page that carries or reports a document.',
  fields: (t) => ({
    url: t.field({ type: 'URL', required: true, description: 'Address of the page, http:// or https://.' }),
    read: t.boolean({ defaultValue: true, description: 'Whether a curator read the page.' }),
    note: t.string({ description: 'Where on the page the text is, or another note for readers.' }),
  }),
});

export const SignatoryInput = builder.inputType('SignatoryInput', {
  description: 'A party that signed, adopted or acceded to a document.',
  fields: (t) => ({
    party: t.string({ required: true, description: 'Key of the party, such as `CN` or `nato`.' }),
    role: t.field({
      type: SignatoryRole,
      defaultValue: 'SIGNED',
      description: 'How the party is bound to the document.',
    }),
    date: t.field({ type: 'Date', description: 'Day on which the party did so. Default: the date of the document.' }),
  }),
});

/** What addresses of an input say. */
export const addressesSaid = (addresses: readonly (typeof DocumentAddressInput.$inferInput)[]): Address[] =>
  addresses.map(({ url, read, note }) => ({ url, read: read ?? true, note: note ?? null }));

/** What signatories of an input say. */
export const signatoriesSaid = (signatories: readonly (typeof SignatoryInput.$inferInput)[]): SignatorySaid[] =>
  signatories.map(({ party, role, date }) => ({
    party,
    role: role as SignatorySaid['role'], // null is refused by the rules
    date: date == null ? null : dateOf(date),
  }));
