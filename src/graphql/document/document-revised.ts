import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { Revised, type RevisedView } from '../write/results.ts';
import { Document, type DocumentView, documentOf } from './document.ts';

export const DocumentRevised = builder
  .objectRef<RevisedView & { readonly document: DocumentView }>('DocumentRevised')
  .implement({
    description: 'Result: the document was added or amended, or already had this content.',
    interfaces: [Revised],
    fields: (t) => ({
      document: t.expose('document', { type: Document, description: 'The document as known at `revision`.' }),
    }),
  });

/** What a mutation of a document shows. */
export async function showDocument({ key }: { readonly key: string }, context: Context) {
  const document = context.snapshot.documents.byKey.get(key);
  if (document === undefined) throw new Error(`document ${key} is missing`);
  return { document: await documentOf(document.id, context) };
}
