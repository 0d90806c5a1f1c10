import * as z from 'zod';
import { DocumentKind, Precision, SignatoryRole, Verification } from '#postgres/generated/enums.ts';
import { url, text as words } from './forms.ts';
import { date, declare, json, keyOf, later, oneOf, optional, type RowOf, slug, text } from './table.ts';

/** Where the text of a document is; `read` is false where nobody has checked the page yet. */
export interface Address {
  readonly url: string;
  readonly read: boolean;
  readonly note: string | null;
}

const addresses: z.ZodType<readonly Address[]> = z.array(
  z.object({ url, read: z.boolean(), note: z.nullable(words) }),
  'a list',
);

export const document = declare({
  name: 'document',
  key: ['key'],
  catalogue: true,
  columns: {
    key: slug('Slug of the document.'),
    title: text('Title.'),
    publisher: optional(text('Publisher.')),
    kind: oneOf({ DocumentKind }, 'Kind of document.'),
    date: date('Its day.'),
    precision: oneOf({ Precision }, 'How exact that day is.', { usual: 'DAY' }),
    symbol: optional(text('Official symbol, such as that of a resolution.')),
    meeting: later(optional(text('Symbol of the record of the meeting at which it was adopted or voted on.'))),
    draft: later(optional(text('Symbol of its draft.'))),
    addresses: json(
      'Addresses of the text: a JSON array of objects with `url`, `read` (whether the page was read) and `note`.',
      addresses,
      [],
    ),
    verification: oneOf({ Verification }, 'How far the record was checked against a page.'),
    note: optional(text('Note by the curators.')),
  },
});

export type DocumentRow = RowOf<typeof document>;

export const signatory = declare({
  name: 'signatory',
  key: ['document', 'party'],
  catalogue: false,
  owner: { table: 'document', key: ['document'] },
  columns: {
    document: keyOf('document', 'The document.'),
    party: keyOf('party', 'The party.'),
    date: date('Day on which the party signed, adopted or acceded.'),
    role: oneOf({ SignatoryRole }, 'Whether the party signed, adopted, associated itself or acceded later.'),
  },
});

export type SignatoryRow = RowOf<typeof signatory>;
