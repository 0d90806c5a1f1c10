import { partyOf } from '#ledger/compare/look-up.ts';
import {
  type DocumentFilter,
  type documentOrders,
  readDocumentByKey,
  readDocumentIds,
  readDocumentIdsSignedByAll,
  readDocumentTitles,
} from '#ledger/read/documents.ts';
import { searchable, search as searchRows } from '#ledger/search/search.ts';
import { snapshotAt } from '#ledger/snapshot/snapshot-at.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection/connection-of.ts';
import type { PageArguments } from '../connection/page.ts';
import { searchText } from '../connection/searchable.ts';
import type { Context } from '../context.ts';
import { askedOfDatabase, listedFromDatabase } from '../cost/database-points.ts';
import { cost } from '../cost/field-cost.ts';
import { knownAtArg, knownAtOf } from '../scope/point-args.ts';
import { Document, type DocumentView, documentOf } from './document.ts';
import { DocumentKind } from './document-enums.ts';

export const DocumentOrder = builder.enumType('DocumentOrder', {
  description: 'Orders of documents.',
  values: {
    DATE_DESC: { description: 'The latest first.' },
    DATE_ASC: { description: 'The earliest first.' },
    TITLE: { description: 'By title.' },
    KEY: { description: 'By key.' },
  } as const,
});

builder.queryField('document', (t) =>
  t.field({
    description: 'A document by its key, as known at a revision; null when there is none.',
    type: Document,
    nullable: true,
    args: { key: t.arg.string({ required: true, description: '`cn-ru-js-2022-02-04` …' }), ...knownAtArg },
    extensions: cost({ points: askedOfDatabase }),
    async resolve(_root, { key, asKnownAt }, context) {
      const knownAt = knownAtOf(asKnownAt, context);
      const document = await readDocumentByKey(context.database.prisma, key, knownAt);
      return document === null ? null : { ...document, knownAt };
    },
  }),
);

const toDate = (day: number | null | undefined) => (day == null ? undefined : new Date(day * 86_400_000));

builder.queryField('documents', (t) =>
  t.connection({
    description: 'The sources.',
    type: Document,
    args: {
      ...knownAtArg,
      kinds: t.arg({ type: [DocumentKind], description: 'Only of these kinds.' }),
      signatories: t.arg.stringList({
        description: 'Keys of parties: only documents that every one of them signed, adopted or acceded to.',
      }),
      dateFrom: t.arg({ type: 'Date', description: 'Only of this day or later.' }),
      dateBefore: t.arg({ type: 'Date', description: 'Only of days before this one.' }),
      search: t.arg.string({
        description: 'Words of the title, or the beginning of a symbol; accents and small typos are forgiven.',
      }),
      orderBy: t.arg({
        type: DocumentOrder,
        description: 'Default: the latest first; by likeness when `search` is given.',
      }),
    },
    extensions: cost({ points: listedFromDatabase }),
    async resolve(_root, args, context) {
      const filter = {
        revision: knownAtOf(args.asKnownAt, context),
        kinds: args.kinds ?? undefined,
        from: toDate(args.dateFrom),
        before: toDate(args.dateBefore),
      };
      const signed = args.signatories ? await signedByAll(args.signatories, filter.revision, context) : undefined;
      return documentConnection({ ...filter, ids: signed }, args.orderBy ?? null, args.search ?? null, args, context);
    },
  }),
);

const signedByAll = (keys: readonly string[], revision: number, { snapshot, database }: Context) => {
  const ids = new Set(keys.map((key) => partyOf(snapshotAt(snapshot, revision), key).id));
  return readDocumentIdsSignedByAll(database.prisma, [...ids], new Date('9999-12-31'), revision);
};

/** One page of the documents that fit. One statement for the list, one for the page, and one for a search. */
export async function documentConnection(
  filter: DocumentFilter,
  order: keyof typeof documentOrders | null,
  search: string | null,
  args: PageArguments,
  context: Context,
) {
  const { prisma } = context.database;
  const ranks =
    search === null
      ? null
      : searchRows(
          searchText(search),
          (await readDocumentTitles(prisma, filter.revision)).map(({ id, key, title, symbol }) =>
            searchable(id, [title], symbol ? [key, symbol] : [key]),
          ),
        );
  const ids = await readDocumentIds(prisma, filter, order ?? 'DATE_DESC');
  const found = ranks === null ? ids : ids.filter((id) => ranks.has(id));
  const rank = (id: number) => ranks?.get(id) ?? 0;
  const sorted = ranks !== null && order === null ? found.toSorted((a, b) => rank(b) - rank(a)) : found;
  const { edges, ...page } = connectionOf(sorted, args, (id) => `document ${id}`);
  const nodes = await Promise.all(edges.map(({ node }) => documentOf(node, context, filter.revision)));
  return { ...page, edges: edges.map(({ cursor }, index) => ({ cursor, node: nodes[index] as DocumentView })) };
}
