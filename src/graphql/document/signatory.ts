import { utcDay } from '#agreement/day.ts';
import type { SignatoryModel } from '#postgres/generated/models.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { builder } from '../builder.ts';
import { cost, readFromDatabase } from '../cost/field-cost.ts';
import { Party } from '../party/party.ts';
import { Document } from './document.ts';
import { SignatoryRole } from './document-enums.ts';

type SignatoryView = SignatoryModel & { readonly knownAt: number };

export const Signatory = builder.objectRef<SignatoryView>('Signatory').implement({
  description: 'A party that signed, adopted or acceded to a document.',
  fields: (t) => ({
    party: t.field({
      description: 'The party; null when the ledger did not have it at the revision queried.',
      type: Party,
      resolve: ({ partyId, knownAt }, _args, { snapshot }) =>
        snapshotAt(snapshot, knownAt).parties.byId.get(partyId) ?? null,
      nullable: true,
    }),
    date: t.field({
      description: 'Day on which the party did so: the date of the document, or of its accession.',
      type: 'Date',
      resolve: ({ date }) => utcDay(date),
    }),
    role: t.expose('role', {
      type: SignatoryRole,
      description: 'How the party is bound to the document, such as `SIGNED`.',
    }),
  }),
});

builder.objectField(Document, 'signatories', (t) =>
  t.field({
    description:
      'Parties that signed, adopted or acceded to it, earliest first. For texts with very many signatories only some are recorded.',
    type: [Signatory],
    extensions: cost({ points: readFromDatabase }),
    resolve: async ({ id, knownAt }, _args, { loaders }) =>
      (await loaders.signatories.load(id, knownAt)).map((row) => ({ ...row, knownAt })),
  }),
);
