import type { DeclaredVariable } from '#stored-queries/declared-variables.ts';
import { listVersions, type QueryVersion } from '#stored-queries/find-queries.ts';
import { type PreparedQuery, prepareQuery } from '#stored-queries/prepared-query.ts';
import type { StoredQuery as StoredQueryShape } from '#stored-queries/stored-query.ts';
import type { TableColumn } from '#stored-queries/table-form.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import type { Context } from '../context.ts';
import { askedOfDatabase, cost } from '../cost/field-cost.ts';

const ColumnType = builder.enumType('ColumnType', {
  description: 'Types of column values.',
  values: {
    STRING: { description: 'Text of any length.' },
    INTEGER: { description: 'A 32-bit integer.' },
    NUMBER: { description: 'A 64-bit floating-point number.' },
    BOOLEAN: { description: 'True or false, lower case in CSV.' },
    DATE: { description: 'A day, YYYY-MM-DD.' },
    DATETIME: { description: 'A time in UTC, such as 2022-02-04T09:30:00.000Z.' },
    ARRAY: { description: 'A list: JSON in CSV and Parquet, an array in NDJSON.' },
  } as const,
});

const StoredQueryColumn = builder.objectRef<TableColumn>('StoredQueryColumn').implement({
  description: 'A column in the table of a stored query.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Header of the column, such as `verdict`.' }),
    path: t.string({
      description:
        'Path of its values in the response, with dots between the field names, such as `comparison.rows.nodes.verdict`.',
      resolve: ({ path }) => path.join('.'),
    }),
    type: t.field({
      type: ColumnType,
      description: 'Type of its values.',
      resolve: ({ type }) => type.toUpperCase() as Uppercase<typeof type>,
    }),
    required: t.exposeBoolean('required', { description: 'Whether every row has a value.' }),
  }),
});

const StoredQueryVariable = builder.objectRef<DeclaredVariable>('StoredQueryVariable').implement({
  description: 'A variable of a stored query, which is a query parameter of its address.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name of the variable, without `$`.' }),
    type: t.exposeString('typeText', { description: 'GraphQL type of the variable, such as `[String!]!`.' }),
    default: t.field({
      type: 'JSON',
      nullable: true,
      description: 'Default value; null when there is none.',
      resolve: ({ fallback }) => fallback ?? null,
    }),
    required: t.exposeBoolean('required', { description: 'Whether a value must be given.' }),
  }),
});

const StoredQueryVersion = builder.objectRef<QueryVersion>('StoredQueryVersion').implement({
  description: 'One version of a stored query.',
  fields: (t) => ({
    version: t.exposeInt('version', { description: 'Version number, from 1.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the version was created, in UTC.' }),
    removed: t.boolean({
      description: 'Whether this version removed the query.',
      resolve: ({ query }) => query === null,
    }),
    description: t.string({
      nullable: true,
      description: 'What the query returns in this version; null when it was removed.',
      resolve: ({ query }) => query?.description ?? null,
    }),
    document: t.string({
      nullable: true,
      description: 'The GraphQL document of this version; null when it was removed.',
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
  description:
    'A query stored under a name. A plain GET returns its result as JSON or as a table, and an export can publish it.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name of the query, which is part of its address.' }),
    version: t.exposeInt('version', { description: 'Version number, from 1.' }),
    description: t.exposeString('description', { description: 'What the query returns, in 1 to 500 characters.' }),
    shipped: t.boolean({
      description: 'Whether it is shipped with Concord and cannot be changed through the API.',
      resolve: ({ stored }) => stored === null,
    }),
    changedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When this version was created, in UTC; null for a shipped query.',
      resolve: ({ stored }) => stored?.at ?? null,
    }),
    document: t.exposeString('document', { description: 'The GraphQL document that is executed.' }),
    variables: t.field({
      type: [StoredQueryVariable],
      description: 'Variables that can be set as query parameters, in the order of the document.',
      resolve: (query, _args, context) => [...(prepared(query, context)?.variables ?? [])],
    }),
    columns: t.field({
      type: [StoredQueryColumn],
      description: 'Columns of its table, in order; empty when the document no longer matches the schema.',
      resolve: (query, _args, context) => [...(prepared(query, context)?.form.columns ?? [])],
    }),
    json: t.string({
      description: 'Path of the JSON result on this server, such as `/q/comparison`.',
      resolve: ({ name }) => `/q/${name}`,
    }),
    csv: t.string({
      description: 'Path of the CSV table on this server, such as `/q/comparison.csv`.',
      resolve: ({ name }) => `/q/${name}.csv`,
    }),
    versions: t.connection({
      type: StoredQueryVersion,
      description:
        'Versions, newest first; empty for a shipped query. `/q/NAME?version=N` returns the result of an old one.',
      extensions: cost({ points: askedOfDatabase }),
      resolve: async ({ name }, args, { database, pageSizes }) =>
        connectionOf(await listVersions(database.prisma, name), args, pageSizes, ({ version }) => `${name} ${version}`),
    }),
  }),
});
