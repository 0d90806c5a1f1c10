import { type Cited, citationOfVote } from '#ledger/read/citations.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { batchedFromDatabase, cost, readFromDatabase } from '../cost/field-cost.ts';
import { addressToRead, Document, documentOf } from '../document/document.ts';
import { Verification } from '../document/document-enums.ts';
import { Stance, subjectsOf } from './stance.ts';
import type { StanceView } from './stance-view.ts';

export const CitationRole = builder.enumType('CitationRole', {
  description: 'How a cited document relates to the text that shows a stance.',
  values: {
    PRIMARY: { description: 'The text itself: what was said, signed or voted on.' },
    CARRIER: { description: 'A report that carries the text.' },
  } as const,
});

/** A citation and the revision whose knowledge of its documents is shown. */
type CitationView = Cited & { readonly knownAt: number };

export const Citation = builder.objectRef<CitationView>('Citation').implement({
  description: 'A reference to the document, and the location in it, that shows a stance.',
  fields: (t) => ({
    document: t.field({
      description: 'The document that shows the stance.',
      type: Document,
      extensions: cost({ points: batchedFromDatabase }),
      resolve: ({ documentId, knownAt }, _args, context) => documentOf(documentId, context, knownAt),
    }),
    role: t.expose('role', {
      type: CitationRole,
      description: 'Whether the document is the text itself or a report that carries it.',
    }),
    locator: t.exposeString('locator', {
      nullable: true,
      description: 'Location in the document, such as `para 5`; null for the whole document or when unknown.',
    }),
    keyPhrase: t.exposeString('keyPhrase', {
      nullable: true,
      description: 'Quotation of at most eight words; null when nothing is quoted.',
    }),
    verification: t.field({
      description: 'Whether a page that carries or reports the content was read.',
      type: Verification,
      extensions: cost({ points: batchedFromDatabase }),
      resolve: async ({ verification, documentId, knownAt }, _args, context) =>
        verification ?? (await documentOf(documentId, context, knownAt)).verification,
    }),
    verifiedAt: t.expose('verifiedAt', {
      type: 'URL',
      nullable: true,
      description: 'Address of the page that was read; null when there is none.',
    }),
    address: t.field({
      description:
        'Where it can be read: the page that was read for it, else the first such page of the document, else the first of its pages; null when none is known.',
      type: 'URL',
      nullable: true,
      extensions: cost({ points: batchedFromDatabase }),
      resolve: async ({ verifiedAt, documentId, knownAt }, _args, context) =>
        verifiedAt ?? addressToRead(await documentOf(documentId, context, knownAt)),
    }),
    verifiedIn: t.exposeString('verifiedIn', {
      nullable: true,
      description: 'Location at that address, such as a file in a repository; null when the page itself shows it.',
    }),
    verifiedAgainst: t.field({
      type: Document,
      nullable: true,
      description:
        'Document against which the wording was verified, such as an official transcript; null when none is recorded.',
      extensions: cost({ points: batchedFromDatabase }),
      resolve: ({ verifiedAgainstId: id, knownAt }, _args, context) =>
        id === null ? null : documentOf(id, context, knownAt),
    }),
  }),
});

/** The citations of a stance as known at its revision, in their order. */
export async function citationsOf(stance: StanceView, context: Context): Promise<CitationView[]> {
  const knownAt = stance.revision;
  return (await citedBy(stance, context)).map((cited) => ({ ...cited, knownAt }));
}

async function citedBy(stance: StanceView, context: Context): Promise<readonly Cited[]> {
  const { stanceRow, revision } = stance;
  const { snapshot, loaders } = context;
  const { documentId, rollCall } = subjectsOf(stance, context).proposition;
  if (rollCall === null) return loaders.citations.load(snapshot.stances.id[stanceRow] as number, revision);
  return documentId === null ? [] : [citationOfVote(documentId)];
}

builder.objectField(Stance, 'citations', (t) =>
  t.field({
    description: 'The documents that show the stance, most relevant first; at least one for a claim.',
    type: [Citation],
    extensions: cost({ points: readFromDatabase, rows: 2 }),
    resolve: (stance, _args, context) => citationsOf(stance, context),
  }),
);
