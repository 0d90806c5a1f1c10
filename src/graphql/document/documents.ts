import { type DocumentFilter, listDocuments, type DocumentOrder as OrderName } from '#comparison/list-documents.ts';
import { partyOf, standing } from '#comparison/look-up.ts';
import { readDocumentIdsSignedByAll } from '#ledger/read/documents.ts';
import { searchSnapshot } from '#snapshot/search/search-snapshot.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { builder } from '../builder.ts';
import { connectionOf, found, type PageArguments } from '../connection.ts';
import type { Context } from '../context.ts';
import { askedOfDatabase, cost, listedFromDatabase } from '../cost/field-cost.ts';
import { searchPoints } from '../cost/points.ts';
import { knownAtArg, knownAtOf } from '../scope/point.ts';
import { Document, type DocumentView, documentOf } from './document.ts';
import { DocumentKind } from './document-enums.ts';

export const DocumentOrder = builder.enumType('DocumentOrder', {
  description: 'Sort orders for documents.',
  values: {
    DATE_DESC: { description: 'By date, latest first.' },
    DATE_ASC: { description: 'By date, earliest first.' },
    TITLE: { description: 'By title, ascending.' },
    KEY: { description: 'By key, ascending.' },
  } as const,
});

builder.queryField('document', (t) =>
  t.field({
    description: 'A document by its key, as known at a revision; null when it does not exist.',
    type: Document,
    nullable: true,
    args: {
      key: t.arg.string({ required: true, description: 'Key of the document, such as `cn-ru-js-2022-02-04`.' }),
      ...knownAtArg,
    },
    extensions: cost({ points: askedOfDatabase }),
    async resolve(_root, { key, asKnownAt }, context) {
      const knownAt = knownAtOf(asKnownAt, context);
      const document = standing(snapshotAt(context.snapshot, knownAt).documents, key);
      return document === null ? null : documentOf(document.id, context, knownAt);
    },
  }),
);

builder.queryField('documents', (t) =>
  t.connection({
    description: 'The documents that the ledger cites.',
    type: Document,
    args: {
      ...knownAtArg,
      kinds: t.arg({ type: [DocumentKind], description: 'Only documents of these kinds.' }),
      signatories: t.arg.stringList({
        description: 'Keys or names of parties; only documents that all of them signed, adopted or acceded to.',
      }),
      dateFrom: t.arg({ type: 'Date', description: 'Only documents dated on this day or later.' }),
      dateBefore: t.arg({ type: 'Date', description: 'Only documents dated before this day.' }),
      search: t.arg.string({
        description:
          'Search words from the title and the publisher, or the beginning of a symbol. Ignores accents, takes British and American spellings and tolerates small typos.',
      }),
      orderBy: t.arg({
        type: DocumentOrder,
        description: 'Sort order. Default: latest first; by relevance when `search` is given.',
      }),
    },
    extensions: cost({
      points: ({ search, signatories }, { ledger }) =>
        askedOfDatabase +
        ledger.documents / 6 +
        searchPoints(search, ledger.documents) +
        (signatories == null ? 0 : listedFromDatabase),
    }),
    async resolve(_root, args, context) {
      const knownAt = knownAtOf(args.asKnownAt, context);
      const filter = {
        kinds: args.kinds ?? undefined,
        from: args.dateFrom ?? undefined,
        before: args.dateBefore ?? undefined,
        ids: args.signatories ? await signedByAll(args.signatories, knownAt, context) : undefined,
      };
      return documentConnection(filter, args.orderBy ?? null, args.search ?? null, knownAt, args, context);
    },
  }),
);

const signedByAll = (keys: readonly string[], revision: number, { snapshot, database }: Context) => {
  const ids = new Set(keys.map((key) => partyOf(snapshotAt(snapshot, revision), key).id));
  return readDocumentIdsSignedByAll(database.prisma, [...ids], new Date('9999-12-31'), revision);
};

/** One page of the documents that fit, as known at a revision. One statement for all pages of an answer. */
export async function documentConnection(
  filter: DocumentFilter,
  order: OrderName | null,
  search: string | null,
  knownAt: number,
  args: PageArguments,
  context: Context,
) {
  const ledger = snapshotAt(context.snapshot, knownAt);
  const ranks = search === null ? null : searchSnapshot(ledger, 'documents', search, knownAt);
  const listed = listDocuments(ledger, filter, order ?? 'DATE_DESC');
  const rows = found(listed, ranks, order === null ? 'BEST_FIRST' : 'AS_ORDERED');
  const { edges, ...page } = connectionOf(rows, args, context.pageSizes, ({ id }) => `document ${id}`);
  const nodes = await Promise.all(edges.map(({ node }) => documentOf(node.id, context, knownAt)));
  return { ...page, edges: edges.map(({ cursor }, index) => ({ cursor, node: nodes[index] as DocumentView })) };
}
