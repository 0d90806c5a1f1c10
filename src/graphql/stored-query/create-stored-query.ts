import { findQuery } from '#stored-queries/find-queries.ts';
import { createQuery } from '#stored-queries/write-queries.ts';
import { addManagement } from '../write/mutation.ts';
import { orQueryRefused, StoredQueryChanged } from './stored-query-changed.ts';
import { inputProblems, noVariables, StoredQueryColumnInput, variablesOf } from './stored-query-input.ts';

addManagement('createStoredQuery', {
  description:
    'Stores a query under a name, as version 1 or as the next version of a removed name. The query is validated against the schema and the limits.',
  input: (t) => ({
    name: t.string({
      required: true,
      description:
        'Name of the query: lower-case letters and digits, joined by single hyphens, at most 100 characters. Cannot be the name of a shipped query.',
    }),
    description: t.string({ required: true, description: 'What the query returns, in 1 to 500 characters.' }),
    document: t.string({ required: true, description: 'A GraphQL document with exactly one query.' }),
    variables: t.field({
      type: 'JSON',
      description:
        'Default values of its variables, an object keyed by variable name, in addition to defaults in the document.',
    }),
    columns: t.field({
      type: [StoredQueryColumnInput],
      description: 'Columns of its table. Default: derived from the document as described in docs/stored-queries.md.',
    }),
  }),
  payload: StoredQueryChanged,
  problems: async ({ variables, columns, ...text }, context) => {
    const defaults = variablesOf(variables ?? {});
    if (defaults === null) return [noVariables(variables)];
    return inputProblems({ ...text, variables: defaults, columns: columns ?? null }, context);
  },
  work: async ({ name, description, document, variables, columns }, { tx, caller }) => {
    const text = { name, description, document, variables: variablesOf(variables) ?? {}, columns: columns ?? null };
    const { version } = await orQueryRefused(createQuery(tx, text, { by: caller.name }));
    return { number: version, changed: true };
  },
  show: async ({ name }, version, { database }) => ({
    storedQuery: await findQuery(database.prisma, name, version),
  }),
});
