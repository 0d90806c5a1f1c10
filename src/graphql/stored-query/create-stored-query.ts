import { findQuery } from '#stored-queries/find-queries.ts';
import { createQuery } from '#stored-queries/write-queries.ts';
import { addManagement } from '../write/management.ts';
import { orRefused, StoredQueryChanged } from './stored-query-changed.ts';
import { inputProblems, noVariables, StoredQueryColumnInput, variablesOf } from './stored-query-input.ts';

addManagement('createStoredQuery', {
  description:
    'Stores a question under a name, as version 1 or after those that the name had before. It is checked against the schema and the limits.',
  input: (t) => ({
    name: t.string({
      required: true,
      description: 'Lower-case letters and digits with single hyphens between, at most 100; not that of a shipped one.',
    }),
    description: t.string({ required: true, description: 'What it answers, in 1 to 500 characters.' }),
    document: t.string({ required: true, description: 'A GraphQL document of one query.' }),
    variables: t.field({
      type: 'JSON',
      description: 'Default values of its variables, an object by their names, beside those that the document has.',
    }),
    columns: t.field({
      type: [StoredQueryColumnInput],
      description:
        'The columns of its table. Without them they follow from the document; docs/stored-queries.md says how.',
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
    const { version } = await orRefused(createQuery(tx, text, { by: caller.name }));
    return { number: version, changed: true };
  },
  show: async ({ name }, version, { database }) => ({
    storedQuery: await findQuery(database.prisma, name, version),
  }),
});
