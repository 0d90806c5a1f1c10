import { utcDay } from '#agreement/day.ts';
import type { SignatoryModel } from '#postgres/generated/models.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { builder } from '../builder.ts';
import { readFromDatabase } from '../cost/database-points.ts';
import { cost } from '../cost/field-cost.ts';
import { Party } from '../party/party.ts';
import { Document } from './document.ts';
import { SignatoryRole } from './document-enums.ts';

type SignatoryView = SignatoryModel & { readonly knownAt: number };

export const Signatory = builder.objectRef<SignatoryView>('Signatory').implement({
  description: 'A party put its name to a document.',
  fields: (t) => ({
    party: t.field({
      description: 'Who.',
      type: Party,
      resolve: ({ partyId, knownAt }, _args, { snapshot }) =>
        snapshotAt(snapshot, knownAt).parties.byId.get(partyId) ?? null,
      nullable: true,
    }),
    date: t.field({
      description: 'When: the day of the document, or of the accession.',
      type: 'Date',
      resolve: ({ date }) => utcDay(date),
    }),
    role: t.expose('role', { type: SignatoryRole, description: 'How.' }),
  }),
});

builder.objectField(Document, 'signatories', (t) =>
  t.field({
    description: 'Who put their name to it, the earliest first. Of texts with very many, only parties of interest.',
    type: [Signatory],
    extensions: cost({ points: readFromDatabase }),
    resolve: async ({ id, knownAt }, _args, { loaders }) =>
      (await loaders.signatories.load(id, knownAt)).map((row) => ({ ...row, knownAt })),
  }),
);
