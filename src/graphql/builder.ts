import SchemaBuilder from '@pothos/core';
import RelayPlugin from '@pothos/plugin-relay';
import { usualPage } from './connection.ts';
import type { Context } from './context.ts';
import { idDescription } from './node/global-id.ts';

/** Every type and field of the schema is added to this builder; schema.ts imports all of them. */
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
      description: 'The items of this page, each with its cursor.',
      nullable: { list: false, items: false },
    },
    nodeFieldOptions: { description: 'The item of the list.', nullable: false },
    nodesOnConnection: { description: 'The items of this page, without cursors.' },
    cursorFieldOptions: { description: 'Opaque cursor of this item; pass it as `after` or `before` to the same list.' },
    pageInfoFieldOptions: {
      description: 'Whether there are more pages, and the cursors of the first and last item of this one.',
    },
    hasNextPageFieldOptions: { description: 'Whether there are items after this page.' },
    hasPreviousPageFieldOptions: { description: 'Whether there are items before this page.' },
    startCursorFieldOptions: { description: 'Cursor of the first item of this page; null when the page is empty.' },
    endCursorFieldOptions: { description: 'Cursor of the last item of this page; null when the page is empty.' },
    firstArgOptions: {
      description: `Return the first n items, 0 to ${usualPage.largest}. Default: ${usualPage.usual}, unless \`last\` is given.`,
    },
    lastArgOptions: {
      description: `Return the last n items, 0 to ${usualPage.largest}. Cannot be combined with \`first\`.`,
    },
    afterArgOptions: { description: 'Return only items after this cursor.' },
    beforeArgOptions: { description: 'Return only items before this cursor.' },
    pageInfoTypeOptions: { description: 'Paging information about one page of a list.' },
    nodeTypeOptions: { description: 'An object that can be refetched by its id.' },
    idFieldOptions: { description: idDescription },
    defaultEdgeTypeOptions: { description: 'An item of a list and its cursor.' },
    defaultConnectionTypeOptions: { description: 'One page of a list.' },
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    cursorType: 'String',
  },
});

builder.queryType({ description: 'Where do these parties agree — on what evidence, since when?' });

builder.mutationType({
  description:
    'Changes to the ledger, its stored queries and its exports. Each needs an API key. A change to the ledger is one revision or nothing, and is validated by the same rules as files. See docs/writing.md.',
});

builder.subscriptionType({
  description:
    'What changes, as it does: sent as server-sent events (graphql-sse, distinct connections), each with an id from which any server goes on. See docs/live.md.',
});

builder.globalConnectionField('totalCount', (t) =>
  t.int({
    description: 'Number of items in the whole list, regardless of the page.',
    resolve: ({ totalCount }) => totalCount,
  }),
);

/** The values of an enum from a table of descriptions. */
export const describedValues = <Value extends string>(meanings: Readonly<Record<Value, string>>) =>
  Object.fromEntries(Object.entries(meanings).map(([value, description]) => [value, { description }])) as Record<
    Value,
    { description: string }
  >; // the keys are those of the table
