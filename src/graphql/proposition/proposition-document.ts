import { builder } from '../builder.ts';
import { batchedFromDatabase, cost } from '../cost/field-cost.ts';
import { Document, documentOf } from '../document/document.ts';
import { Proposition } from './proposition.ts';

builder.objectField(Proposition, 'document', (t) =>
  t.field({
    type: Document,
    nullable: true,
    description: 'The voting record of a roll call; null for a claim, whose stances cite their own documents.',
    extensions: cost({ points: batchedFromDatabase }),
    resolve: ({ documentId, knownAt }, _args, context) =>
      documentId === null ? null : documentOf(documentId, context, knownAt ?? undefined),
  }),
);
