import { url } from './forms.ts';
import { date, declare, optional, type RowOf, slug, text } from './table.ts';

/** Whose records the revisions of a source hold, and on which terms. */
export const source = declare({
  name: 'source',
  key: ['key'],
  catalogue: false,
  columns: {
    key: slug('Name of the source, as revisions give it.'),
    title: text('What its records are.'),
    publisher: optional(text('Who publishes them.')),
    citation: optional(text('How they ask to be cited.')),
    licence: optional(text('Terms of use: the SPDX identifier of a licence, or else words.')),
    licenceAddress: optional(text('Where the terms are.', { form: url })),
    address: optional(text('Where they can be had.', { form: url })),
    reviewedOn: optional(date('Day on which curators last reviewed them; empty where they are taken as published.')),
  },
});

export type SourceRow = RowOf<typeof source>;
