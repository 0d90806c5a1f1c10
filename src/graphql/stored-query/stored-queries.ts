import { findQuery, listQueries } from '#stored-queries/find-queries.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { askedOfDatabase, cost, listedFromDatabase } from '../cost/field-cost.ts';
import { unrevisioned } from '../unrevisioned.ts';
import { StoredQuery } from './stored-query.ts';

builder.queryFields((t) => ({
  storedQuery: t.field({
    type: StoredQuery,
    nullable: true,
    description: 'A stored query by its name; null when it does not exist.',
    args: {
      name: t.arg.string({ required: true, description: 'Name of the stored query, such as `comparison`.' }),
      version: t.arg.int({ description: 'Version number, from 1; a version never changes. Default: the newest.' }),
    },
    extensions: { ...cost({ points: askedOfDatabase }), ...unrevisioned },
    resolve: (_root, { name, version }, { database }) => findQuery(database.prisma, name, version ?? undefined),
  }),
  storedQueries: t.connection({
    type: StoredQuery,
    description: 'The stored queries, including those shipped with Concord, ordered by name.',
    extensions: { ...cost({ points: listedFromDatabase }), ...unrevisioned },
    resolve: async (_root, args, { database, pageSizes }) =>
      connectionOf(await listQueries(database.prisma), args, pageSizes, ({ name }) => `stored query ${name}`),
  }),
}));
