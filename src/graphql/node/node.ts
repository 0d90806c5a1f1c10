import { brandWithType } from '@pothos/core';
import { apiError } from '../api-error.ts';
import { builder } from '../builder.ts';
import { usualPage } from '../connection.ts';
import type { Context } from '../context.ts';
import { askedOfDatabase, cost } from '../cost/field-cost.ts';
import { countOf } from '../cost/points.ts';
import { decodeId, encodeId, idDescription } from './global-id.ts';

/** Loads a row of a type by the id within an opaque id; null when there is none. */
type NodeLoader = (id: string, context: Context) => object | null | Promise<object | null>;

const nodeLoaders = new Map<string, NodeLoader>();

/** Says how the nodes of a type are looked up; called once beside the type. */
export function loadNodesOf(typename: string, load: NodeLoader): void {
  nodeLoaders.set(typename, load);
}

/**
 * The field `id` of a type that is a node, given the number of a row. Not the plugin's own field: that one waits for every id, and client apps ask for
 * the id of everything.
 */
export const opaqueId = <Row>(typename: string, numberOf: (row: Row) => number) => ({
  description: idDescription,
  resolve: (row: Row) => encodeId(typename, String(numberOf(row))),
});

async function nodeOf(globalId: string, context: Context): Promise<object | null> {
  const { typename, id } = decodeId(globalId);
  const load = nodeLoaders.get(typename);
  if (load === undefined) {
    throw apiError(
      'BAD_ID',
      `id: found an id of the type ${JSON.stringify(typename.slice(0, 40))}, expected one of ${[...nodeLoaders.keys()].join(', ')}.`,
    );
  }
  const node = await load(id, context);
  if (node !== null) brandWithType(node, typename as never); // the name of a type, which only the types of the schema know
  return node;
}

/** A row number within an opaque id; throws BAD_ID for anything else. */
export function rowNumber(id: string): number {
  const number = /^[1-9]\d{0,9}$/.test(id) ? Number(id) : 0;
  if (number > 0 && number < 2 ** 31) return number;
  throw apiError('BAD_ID', `id: found the row id "${id.slice(0, 40)}", expected an id returned by this API.`);
}

builder.queryField('node', (t) =>
  t.field({
    description:
      'Any object by its opaque id. Null when no object has the id; an error (BAD_ID) when the id is malformed.',
    type: builder.nodeInterfaceRef(),
    nullable: true,
    args: { id: t.arg.id({ required: true, description: 'The `id` of an object that this API returned.' }) },
    extensions: cost({ points: askedOfDatabase }),
    resolve: (_root, { id }, context) => nodeOf(id, context),
  }),
);

builder.queryField('nodes', (t) =>
  t.field({
    description:
      'Several objects at once, in the order of the ids. A malformed id yields null at its index and an error with that path.',
    type: [builder.nodeInterfaceRef()],
    nullable: { list: false, items: true },
    args: {
      ids: t.arg.idList({ required: true, description: `Ids that this API returned; at most ${usualPage.largest}.` }),
    },
    extensions: cost({
      points: ({ ids }) => askedOfDatabase * countOf(ids, 1),
      rows: ({ ids }) => countOf(ids, 1),
    }),
    // An Error in the list becomes null and an error at its index.
    resolve(_root, { ids }, context) {
      const { largest } = context.pageSizes;
      if (ids.length > largest) {
        throw apiError('BAD_INPUT', `ids: found ${ids.length}, expected at most ${largest}.`);
      }
      return Promise.all(ids.map((id) => nodeOf(id, context).catch((error) => error)));
    },
  }),
);
