import { dateOf, utcDay } from '#agreement/day.ts';
import { stanceOf } from '#comparison/stance-of-key.ts';
import { type PassageRecord, readPassage } from '#ledger/read/passages.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import type { Context } from '../context.ts';
import { batchedFromDatabase, cost, readFromDatabase } from '../cost/field-cost.ts';
import { Document, documentOf } from '../document/document.ts';
import { loadNodesOf, opaqueId, rowNumber } from '../node/node.ts';
import { Party } from '../party/party.ts';
import { Stance } from '../stance/stance.ts';
import { StanceView } from '../stance/stance-view.ts';

export const PassageKind = builder.enumType('PassageKind', {
  description: 'Kinds of passages.',
  values: {
    POSITION: { description: 'States a position of its parties; `stances` names it.' },
    CLAIM_ABOUT_OTHERS: { description: 'States what its parties claim about others; never a stance of those others.' },
    CALL: { description: 'Calls on someone to act.' },
    RELATIONSHIP: { description: 'Describes the relations of the parties with each other.' },
    GENERAL: { description: 'Too general to be a position on a proposition.' },
  } as const,
});

/** A passage and the revision whose knowledge of it is shown. */
export type PassageView = PassageRecord & { readonly knownAt: number };

export const Passage = builder.objectRef<PassageView>('Passage');

builder.objectType(Passage, {
  description: 'A passage: what a document says in one paragraph or section, whether or not it shows a stance.',
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    id: t.id(opaqueId('Passage', ({ id }) => id)),
    key: t.exposeString('key', { description: 'Stable slug, such as `seed-c01`.' }),
    document: t.field({
      description: 'The document that contains the passage.',
      type: Document,
      extensions: cost({ points: batchedFromDatabase }),
      resolve: ({ documentId, knownAt }, _args, context) => documentOf(documentId, context, knownAt),
    }),
    locator: t.exposeString('locator', { description: 'Location in the document, such as `para 5`.' }),
    speaker: t.exposeString('speaker', {
      nullable: true,
      description: 'Name or office of the speaker, such as `Xi Jinping`; null when not named.',
    }),
    verb: t.exposeString('verb', {
      nullable: true,
      description: 'Reporting verb, such as "stresses"; null when there is none.',
    }),
    keyPhrase: t.exposeString('keyPhrase', {
      nullable: true,
      description: 'Quotation of at most eight words; null when nothing is quoted.',
    }),
    kind: t.expose('kind', { type: PassageKind, description: 'What kind of content the passage has.' }),
    note: t.exposeString('note', {
      nullable: true,
      description: 'Note for readers, such as what is uncertain; null when there is none.',
    }),
    parties: t.field({
      description: 'The parties whose words the passage reports; at least one.',
      type: [Party],
      extensions: cost({ points: batchedFromDatabase, rows: 2 }),
      async resolve({ id, knownAt }, _args, { loaders, snapshot }) {
        const rows = await loaders.passageParties.load(id, knownAt);
        const { parties } = snapshotAt(snapshot, knownAt);
        return rows.flatMap(({ partyId }) => parties.byId.get(partyId) ?? []);
      },
    }),
    stances: t.field({
      description: 'The stances that the passage shows; empty when it shows none.',
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
    const stanceRow = stanceOf(snapshot, { party, proposition, heldFrom: dateOf(utcDay(heldFrom)) }, knownAt);
    return stanceRow === null ? [] : [new StanceView(snapshot, stanceRow, knownAt)];
  });
}

loadNodesOf('Passage', async (id, { database, snapshot }) => {
  const passage = await readPassage(database.prisma, rowNumber(id));
  return passage === null ? null : { ...passage, knownAt: snapshot.revision };
});

builder.objectField(Document, 'passages', (t) =>
  t.connection({
    description: 'The recorded passages, in the order of the document.',
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
