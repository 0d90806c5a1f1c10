import { findQuery } from '#stored-queries/find-queries.ts';
import type { QueryText } from '#stored-queries/stored-query.ts';
import { amendQuery, lockQueries } from '#stored-queries/write-queries.ts';
import { InvalidInputError } from '../write/errors.ts';
import { addManagement, Refused } from '../write/management.ts';
import { orRefused, StoredQueryChanged } from './stored-query-changed.ts';
import { inputProblems, noVariables, StoredQueryColumnInput, variablesOf } from './stored-query-input.ts';

addManagement('amendStoredQuery', {
  description: 'Makes a new version of a stored query; what is not given stays. Earlier versions stay readable.',
  input: (t) => ({
    name: t.string({ required: true, description: 'The name of the stored query.' }),
    description: t.string({ description: 'What it answers.' }),
    document: t.string({ description: 'A GraphQL document of one query.' }),
    variables: t.field({ type: 'JSON', description: 'All default values of its variables, an object by their names.' }),
    columns: t.field({
      type: [StoredQueryColumnInput],
      description: 'All columns of its table; null: they follow from the document.',
    }),
    baseVersion: t.int({ description: 'The version that you had seen. If there is a later one, it is a Conflict.' }),
  }),
  payload: StoredQueryChanged,
  problems: async ({ variables }) => (variables == null || variablesOf(variables) ? [] : [noVariables(variables)]),
  work: async ({ name, variables, columns, baseVersion, ...given }, { tx, caller, context }) => {
    await lockQueries(tx);
    const before = await findQuery(tx, name);
    const text: QueryText = {
      name,
      description: given.description ?? before?.description ?? '',
      document: given.document ?? before?.document ?? '',
      variables: (variables == null ? null : variablesOf(variables)) ?? before?.variables ?? {},
      columns: columns === undefined ? (before?.columns ?? null) : columns,
    };
    // Of a name that is not there, only that is told.
    const problems = before?.stored ? inputProblems(text, context) : [];
    if (problems.length > 0) throw new Refused(new InvalidInputError(problems));
    const { query, changed } = await orRefused(
      amendQuery(tx, text, { by: caller.name, baseVersion: baseVersion ?? null }),
    );
    return { number: query.version, changed };
  },
  show: async ({ name }, version, { database }) => ({
    storedQuery: await findQuery(database.prisma, name, version),
  }),
});
