import { brandWithType } from '@pothos/core';
import { type Hit, titleOfHit } from '#comparison/search-everything.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { builder } from '../builder.ts';
import { batchedFromDatabase, cost } from '../cost/field-cost.ts';
import { Document, documentOf } from '../document/document.ts';
import { Issue } from '../issue/issue.ts';
import { Party } from '../party/party.ts';
import { Passage } from '../passage/passage.ts';
import { Proposition } from '../proposition/proposition.ts';

export const SearchKind = builder.enumType('SearchKind', {
  description: 'What can be found by a search of everything.',
  values: {
    PARTY: { description: 'A country, bloc, person or group.' },
    ISSUE: { description: 'An issue, by its name or summary.' },
    CLAIM: { description: 'A proposition of the kind CLAIM.' },
    ROLL_CALL: { description: 'A proposition of the kind ROLL_CALL.' },
    DOCUMENT: { description: 'A document; the record of a roll call is found as the roll call alone.' },
    PASSAGE: { description: 'A passage of a document.' },
  } as const,
});

const SearchNode = builder.unionType('SearchNode', {
  description: 'A record that a search found.',
  types: [Party, Issue, Proposition, Document, Passage],
});

/** A hit, and the ledger and revision that it is shown at. */
export type HitView = Hit & { readonly ledger: Snapshot; readonly knownAt: number };

const typeNames = {
  PARTY: 'Party',
  ISSUE: 'Issue',
  CLAIM: 'Proposition',
  ROLL_CALL: 'Proposition',
  DOCUMENT: 'Document',
  PASSAGE: 'Passage',
} as const;

export const SearchHit = builder.objectRef<HitView>('SearchHit').implement({
  description: 'Something that a search found.',
  fields: (t) => ({
    kind: t.expose('kind', { type: SearchKind, description: 'What was found: the kind of `node`.' }),
    key: t.string({ description: 'Its key, unique within its kind.', resolve: ({ row }) => row.key }),
    title: t.string({
      description:
        'What it is called in a list: the name of a party or issue, the sentence of a claim, `RollCall.title` of a roll call, the title of a document; of a passage its key phrase, else its note or locator.',
      extensions: cost({ points: 20 }),
      resolve: (hit) => titleOfHit(hit.ledger, hit),
    }),
    fit: t.exposeFloat('fit', {
      description:
        'How well it fits, above 0 and at most 1: 1 when every word is found as written, less for typos, synonyms and beginnings of words. 2 for a party that the whole text names.',
    }),
    node: t.field({
      type: SearchNode,
      description: 'The record itself.',
      extensions: cost({ points: batchedFromDatabase }),
      async resolve({ kind, row, knownAt }, _args, context) {
        const node = kind === 'DOCUMENT' ? await documentOf(row.id, context, knownAt) : { ...row, knownAt };
        brandWithType(node, typeNames[kind] as never); // the name of a type, which only the types of the schema know
        return node as never; // one of the types of the union, as its kind says
      },
    }),
  }),
});
