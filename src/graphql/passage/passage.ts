import { dateOf, utcDay } from '#agreement/day.ts';
import { stanceOf } from '#comparison/stance-of-key.ts';
import { type PassageRecord, readPassage } from '#ledger/read/passages.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection/connection-of.ts';
import type { Context } from '../context.ts';
import { batchedFromDatabase, readFromDatabase } from '../cost/database-points.ts';
import { cost } from '../cost/field-cost.ts';
import { Document, documentOf } from '../document/document.ts';
import { loadNodesOf, opaqueId, rowNumber } from '../node/node.ts';
import { Party } from '../party/party.ts';
import { Stance } from '../stance/stance.ts';
import { StanceView } from '../stance/stance-view.ts';

export const PassageKind = builder.enumType('PassageKind', {
  description: 'What a passage says.',
  values: {
    POSITION: { description: 'A position of its parties; the stances show which.' },
    CLAIM_ABOUT_OTHERS: { description: 'A claim of its parties about somebody else; never a stance of those.' },
    CALL: { description: 'A call on somebody to act.' },
    RELATIONSHIP: { description: 'About the relations of the parties with each other.' },
    GENERAL: { description: 'Too general for a proposition.' },
  } as const,
});

/** A passage and the revision whose knowledge of it is shown. */
export type PassageView = PassageRecord & { readonly knownAt: number };

export const Passage = builder.objectRef<PassageView>('Passage');

builder.objectType(Passage, {
  description: 'What a document says at one place, whether or not it is a stance.',
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    id: t.id(opaqueId('Passage', ({ id }) => id)),
    key: t.exposeString('key', { description: 'Stable slug, such as `seed-c01`.' }),
    document: t.field({
      description: 'The document.',
      type: Document,
      extensions: cost({ points: batchedFromDatabase }),
      resolve: ({ documentId, knownAt }, _args, context) => documentOf(documentId, context, knownAt),
    }),
    locator: t.exposeString('locator', { description: 'Where in it, such as `para 5`.' }),
    speaker: t.exposeString('speaker', { nullable: true, description: 'Who speaks; null when not named.' }),
    verb: t.exposeString('verb', { nullable: true, description: 'The verb of saying; null when there is none.' }),
    keyPhrase: t.exposeString('keyPhrase', {
      nullable: true,
      description: 'At most eight words of it; null when none is quoted.',
    }),
    kind: t.expose('kind', { type: PassageKind, description: 'What it says.' }),
    note: t.exposeString('note', {
      nullable: true,
      description: 'What a reader should know of it; null when nothing.',
    }),
    parties: t.field({
      description: 'Whose words they are.',
      type: [Party],
      extensions: cost({ points: batchedFromDatabase, rows: 2 }),
      async resolve({ id, knownAt }, _args, { loaders, snapshot }) {
        const rows = await loaders.passageParties.load(id, knownAt);
        const { parties } = snapshotAt(snapshot, knownAt);
        return rows.flatMap(({ partyId }) => parties.byId.get(partyId) ?? []);
      },
    }),
    stances: t.field({
      description: 'The stances that it shows; empty when it shows none.',
      type: [Stance],
      extensions: cost({ points: batchedFromDatabase, rows: 2 }),
      resolve: (passage, _args, context) => stancesShown(passage, context),
    }),
  }),
});

async function stancesShown({ id, knownAt }: PassageView, { loaders, snapshot }: Context): Promise<StanceView[]> {
  const rows = await loaders.passageStances.load(id, knownAt);
  return rows.flatMap(({ partyId, propositionId, heldFrom }) => {
    const party = snapshot.parties.byId.get(partyId)?.key ?? '';
    const proposition = snapshot.propositions.byId.get(propositionId)?.key ?? '';
    const place = stanceOf(snapshot, { party, proposition, heldFrom: dateOf(utcDay(heldFrom)) }, knownAt);
    return place === null ? [] : [new StanceView(snapshot, place, knownAt)];
  });
}

loadNodesOf('Passage', async (id, { database, snapshot }) => {
  const passage = await readPassage(database.prisma, rowNumber(id));
  return passage === null ? null : { ...passage, knownAt: snapshot.revision };
});

builder.objectField(Document, 'passages', (t) =>
  t.connection({
    description: 'What it says place by place, as far as that was recorded, in its order.',
    type: Passage,
    extensions: cost({ points: readFromDatabase }),
    async resolve({ id, knownAt }, args, { loaders, pageSizes }) {
      const passages = await loaders.passages.load(id, knownAt);
      return connectionOf(
        passages.map((passage) => ({ ...passage, knownAt })),
        args,
        pageSizes,
        ({ key }) => key,
      );
    },
  }),
);
