import { textAddress } from '#comparison/votes/text-address.ts';
import type { DocumentRecord } from '#ledger/read/documents.ts';
import type { Address } from '#ledger/tables/documents.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { loadNodesOf, opaqueId, rowNumber } from '../node/node.ts';
import { Precision } from '../scalar/scalars.ts';
import { DocumentKind, Verification } from './document-enums.ts';

export const DocumentAddress = builder.objectRef<Address>('DocumentAddress').implement({
  description: 'A web page that carries or reports a document.',
  fields: (t) => ({
    url: t.expose('url', { type: 'URL', description: 'Address of the page, http:// or https://.' }),
    read: t.exposeBoolean('read', { description: 'Whether a curator read the page.' }),
    note: t.exposeString('note', {
      nullable: true,
      description: 'Where on the page the text is, or another note for readers; null when there is none.',
    }),
  }),
});

const addressesOf = ({ addresses }: Pick<DocumentRecord, 'addresses'>) => addresses as unknown as readonly Address[]; // checked when it was written

/** The page at which a document can be read: the first that a curator read, else the first; null when none is known. */
export function addressToRead(document: Pick<DocumentRecord, 'addresses'>): string | null {
  const addresses = addressesOf(document);
  return (addresses.find(({ read }) => read) ?? addresses[0])?.url ?? null;
}

/** A document and the revision whose knowledge of it is shown. */
export type DocumentView = DocumentRecord & { readonly knownAt: number };

export const Document = builder.objectRef<DocumentView>('Document');

builder.objectType(Document, {
  description: 'A source: a text that was said, signed, adopted or voted on, or a report of it.',
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    id: t.id(opaqueId('Document', ({ id }) => id)),
    key: t.exposeString('key', { description: 'Stable slug, such as `cn-ru-js-2022-02-04`.' }),
    title: t.exposeString('title', { description: 'Title of the document, in English.' }),
    publisher: t.exposeString('publisher', {
      nullable: true,
      description: 'Publisher, such as `Kremlin`; null when unknown.',
    }),
    kind: t.expose('kind', { type: DocumentKind, description: 'Kind of text, such as `JOINT_STATEMENT`.' }),
    date: t.expose('date', {
      description: 'Date on which it was signed, adopted or published; `precision` says how exact it is.',
      type: 'Date',
    }),
    precision: t.expose('precision', { type: Precision, description: 'How exact `date` is.' }),
    symbol: t.exposeString('symbol', {
      nullable: true,
      description: 'Symbol by which it is cited, such as `A/RES/74/41`; null when it has none.',
    }),
    textAddress: t.field({
      type: 'URL',
      nullable: true,
      description:
        'Where the UN shows the text, as the symbol tells; nobody has looked whether it is there. Null for symbols of other kinds than those of resolutions since 1976, and where there is none.',
      resolve: textAddress,
    }),
    meeting: t.exposeString('meeting', {
      nullable: true,
      description:
        'Symbol of the record of the meeting at which it was adopted or voted on, such as `A/ES-11/PV.5`; null when unknown.',
    }),
    draft: t.exposeString('draft', {
      nullable: true,
      description: 'Symbol of its draft, such as `A/ES-11/L.1`; null when it has none or it is unknown.',
    }),
    addresses: t.field({
      description: 'Web pages that carry or report it; may be empty.',
      type: [DocumentAddress],
      resolve: (document) => [...addressesOf(document)],
    }),
    verification: t.expose('verification', {
      type: Verification,
      description: 'Whether a page that carries or reports it was read.',
    }),
    note: t.exposeString('note', {
      nullable: true,
      description: 'Note for readers, such as what is uncertain; null when there is none.',
    }),
  }),
});

/** The document of an id that a row of the ledger gave, as known at a revision. */
export async function documentOf(
  id: number,
  { loaders, snapshot }: Context,
  knownAt = snapshot.revision,
): Promise<DocumentView> {
  const document = await loaders.document.load(id, knownAt);
  if (document === null) throw new Error(`document ${id} is referenced but missing`);
  return { ...document, knownAt };
}

loadNodesOf('Document', async (id, { loaders, snapshot }) => {
  const document = await loaders.document.load(rowNumber(id));
  return document === null ? null : { ...document, knownAt: snapshot.revision };
});
