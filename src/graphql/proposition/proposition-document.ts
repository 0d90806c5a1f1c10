import { builder } from '../builder.ts';
import { Document, documentOf } from '../document/document.ts';
import { Proposition } from './proposition.ts';

builder.objectField(Proposition, 'document', (t) =>
  t.field({
    type: Document,
    nullable: true,
    description:
      'The record of a roll call, which shows its votes; null for a claim, whose stances cite their own documents.',
    resolve: ({ documentId, knownAt }, _args, context) =>
      documentId === null ? null : documentOf(documentId, context, knownAt ?? undefined),
  }),
);
