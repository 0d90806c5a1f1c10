import SchemaBuilder from '@pothos/core';
import RelayPlugin from '@pothos/plugin-relay';
import { usualPage } from './connection/page.ts';
import type { Context } from './context.ts';
import { idDescription } from './node/global-id.ts';

/** Every type and field of the schema is added to this builder; schema.ts says where. */
export const builder = new SchemaBuilder<{
  Context: Context;
  DefaultFieldNullability: false;
  DefaultEdgesNullability: { list: false; items: false };
  DefaultNodeNullability: false;
  Scalars: {
    ID: { Input: string; Output: string | number };
    /** Days since 1970-01-01. */
    Date: { Input: number; Output: number };
    DateTime: { Input: Date; Output: Date };
    URL: { Input: string; Output: string };
    JSON: { Input: unknown; Output: unknown };
  };
  Connection: { totalCount: number };
}>({
  defaultFieldNullability: false,
  plugins: [RelayPlugin],
  relay: {
    edgesFieldOptions: {
      description: 'The rows of this page, each with its cursor.',
      nullable: { list: false, items: false },
    },
    nodeFieldOptions: { description: 'The row.', nullable: false },
    nodesOnConnection: { description: 'The rows of this page.' },
    cursorFieldOptions: { description: 'Where this row stands; give it to `after` or `before` of the same list.' },
    pageInfoFieldOptions: { description: 'Whether there is more, and where this page begins and ends.' },
    hasNextPageFieldOptions: { description: 'Whether there are rows after this page.' },
    hasPreviousPageFieldOptions: { description: 'Whether there are rows before this page.' },
    startCursorFieldOptions: { description: 'Cursor of the first row of this page; null when it is empty.' },
    endCursorFieldOptions: { description: 'Cursor of the last row of this page; null when it is empty.' },
    firstArgOptions: {
      description: `How many rows from the front, 0 to ${usualPage.largest}; ${usualPage.usual} when neither this nor \`last\` is given.`,
    },
    lastArgOptions: {
      description: `How many rows from the end, 0 to ${usualPage.largest}. Not together with \`first\`.`,
    },
    afterArgOptions: { description: 'Only rows after this cursor.' },
    beforeArgOptions: { description: 'Only rows before this cursor.' },
    pageInfoTypeOptions: { description: 'About one page of a list.' },
    nodeTypeOptions: { description: 'Anything that can be looked up again by its id.' },
    idFieldOptions: { description: idDescription },
    defaultEdgeTypeOptions: { description: 'A row of a list and its cursor.' },
    defaultConnectionTypeOptions: { description: 'One page of a list.' },
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    cursorType: 'String',
  },
});

builder.queryType({ description: 'Where do these parties agree — on what evidence, since when?' });

builder.mutationType({
  description:
    'Changes of the ledger. Each needs an API key, is one revision or nothing, and follows the rules that files follow. docs/writing.md shows how.',
});

builder.globalConnectionField('totalCount', (t) =>
  t.int({
    description: 'How many rows the list has in all, whatever the page.',
    resolve: ({ totalCount }) => totalCount,
  }),
);
