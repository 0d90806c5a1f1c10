import type { DeclaredVariable } from '#stored-queries/declared-variables.ts';
import { listVersions, type QueryVersion } from '#stored-queries/find-queries.ts';
import { type PreparedQuery, prepareQuery } from '#stored-queries/prepared-query.ts';
import type { StoredQuery as StoredQueryShape } from '#stored-queries/stored-query.ts';
import type { TableColumn } from '#stored-queries/table-form.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection/connection-of.ts';
import type { Context } from '../context.ts';
import { askedOfDatabase } from '../cost/database-points.ts';
import { cost } from '../cost/field-cost.ts';

const ColumnType = builder.enumType('ColumnType', {
  description: 'What the values of a column are.',
  values: {
    STRING: { description: 'Text.' },
    INTEGER: { description: 'A whole number of 32 bits.' },
    NUMBER: { description: 'A number.' },
    BOOLEAN: { description: 'True or false.' },
    DATE: { description: 'A day.' },
    DATETIME: { description: 'A moment in UTC.' },
    ARRAY: { description: 'A list: JSON in CSV and Parquet, an array in NDJSON.' },
  } as const,
});

const StoredQueryColumn = builder.objectRef<TableColumn>('StoredQueryColumn').implement({
  description: 'A column of the table of a stored query.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What stands in the header.' }),
    path: t.string({
      description: 'Where its values stand in the answer, with dots between the names.',
      resolve: ({ path }) => path.join('.'),
    }),
    type: t.field({
      type: ColumnType,
      description: 'What its values are.',
      resolve: ({ type }) => type.toUpperCase() as Uppercase<typeof type>,
    }),
    required: t.exposeBoolean('required', { description: 'Whether no row is without a value.' }),
  }),
});

const StoredQueryVariable = builder.objectRef<DeclaredVariable>('StoredQueryVariable').implement({
  description: 'A variable of a stored query: a parameter of its address.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name.' }),
    type: t.exposeString('typeText', { description: 'Its type as the document has it, such as `[String!]!`.' }),
    default: t.field({
      type: 'JSON',
      nullable: true,
      description: 'What it is when nobody says; null without a default.',
      resolve: ({ fallback }) => fallback ?? null,
    }),
    required: t.exposeBoolean('required', { description: 'Whether there is no answer without it.' }),
  }),
});

const StoredQueryVersion = builder.objectRef<QueryVersion>('StoredQueryVersion').implement({
  description: 'One change of a stored query.',
  fields: (t) => ({
    version: t.exposeInt('version', { description: 'Counts the changes of the name from 1.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    removed: t.boolean({
      description: 'Whether it took the query away.',
      resolve: ({ query }) => query === null,
    }),
    description: t.string({
      nullable: true,
      description: 'What the query answered from then on; null when it was taken away.',
      resolve: ({ query }) => query?.description ?? null,
    }),
    document: t.string({
      nullable: true,
      description: 'Its GraphQL document from then on; null when it was taken away.',
      resolve: ({ query }) => query?.document ?? null,
    }),
  }),
});

const prepared = (query: StoredQueryShape, { engine }: Context): PreparedQuery | null => {
  try {
    return prepareQuery(engine.schema, query);
  } catch {
    return null;
  }
};

export const StoredQuery = builder.objectRef<StoredQueryShape>('StoredQuery').implement({
  description: 'A question under a name: read as JSON or as a table by a plain GET, or delivered by an export.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name, by which it is addressed.' }),
    version: t.exposeInt('version', { description: 'Counts its changes from 1.' }),
    description: t.exposeString('description', { description: 'What it answers.' }),
    shipped: t.boolean({
      description: 'Whether it comes with Concord, and so cannot be changed here.',
      resolve: ({ stored }) => stored === null,
    }),
    changedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When this version was stored; null of a shipped one.',
      resolve: ({ stored }) => stored?.at ?? null,
    }),
    document: t.exposeString('document', { description: 'The GraphQL document that it asks.' }),
    variables: t.field({
      type: [StoredQueryVariable],
      description: 'What can be said in the address, in the order of the document.',
      resolve: (query, _args, context) => [...(prepared(query, context)?.variables ?? [])],
    }),
    columns: t.field({
      type: [StoredQueryColumn],
      description: 'The columns of its table, in their order; empty when it does not fit the schema any more.',
      resolve: (query, _args, context) => [...(prepared(query, context)?.form.columns ?? [])],
    }),
    json: t.string({
      description: 'Where it is answered as JSON, on this server.',
      resolve: ({ name }) => `/q/${name}`,
    }),
    csv: t.string({ description: 'Where its table is, on this server.', resolve: ({ name }) => `/q/${name}.csv` }),
    versions: t.connection({
      type: StoredQueryVersion,
      description: 'Its changes, the newest first; none of a shipped one. `/q/NAME?version=N` answers an old one.',
      extensions: cost({ points: askedOfDatabase }),
      resolve: async ({ name }, args, { database, pageSizes }) =>
        connectionOf(await listVersions(database.prisma, name), args, pageSizes, ({ version }) => `${name} ${version}`),
    }),
  }),
});
