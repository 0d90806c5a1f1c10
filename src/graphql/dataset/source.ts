import { dayOf } from '#agreement/day.ts';
import type { Source as SourceRow } from '#ledger/read/sources.ts';
import { builder } from '../builder.ts';

const stated = 'null when not stated';

export const Source = builder.objectRef<SourceRow>('Source').implement({
  description: 'Who supplied records of the ledger, and the terms on which they may be used.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its name, as in `Revision.source`.' }),
    title: t.exposeString('title', {
      nullable: true,
      description: 'What its records are; null when nobody has described the source, as for what an API key writes.',
    }),
    publisher: t.exposeString('publisher', { nullable: true, description: `Who publishes them; ${stated}.` }),
    citation: t.exposeString('citation', { nullable: true, description: `How they ask to be cited; ${stated}.` }),
    licence: t.exposeString('licence', {
      nullable: true,
      description: `Terms of use: the SPDX identifier of a licence, such as \`CC0-1.0\`, or words; ${stated}.`,
    }),
    licenceAddress: t.expose('licenceAddress', {
      type: 'URL',
      nullable: true,
      description: `Page with the terms of use; ${stated}.`,
    }),
    address: t.expose('address', {
      type: 'URL',
      nullable: true,
      description: `Page from which the records can be had; ${stated}.`,
    }),
    reviewedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'Day on which curators last reviewed the records; null for records that are taken as published.',
      resolve: ({ reviewedOn }) => (reviewedOn === null ? null : dayOf(reviewedOn)),
    }),
  }),
});
