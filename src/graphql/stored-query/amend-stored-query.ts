import { findQuery } from '#stored-queries/find-queries.ts';
import type { QueryText } from '#stored-queries/stored-query.ts';
import { amendQuery, lockQueries } from '#stored-queries/write-queries.ts';
import { addManagement } from '../write/mutation.ts';
import { InvalidInputError } from '../write/results.ts';
import { Refused } from '../write/run-write.ts';
import { orQueryRefused, StoredQueryChanged } from './stored-query-changed.ts';
import { inputProblems, noVariables, StoredQueryColumnInput, variablesOf } from './stored-query-input.ts';

addManagement('amendStoredQuery', {
  description:
    'Creates a new version of a stored query. Omitted fields keep their value. Earlier versions stay readable.',
  input: (t) => ({
    name: t.string({ required: true, description: 'Name of the stored query to amend.' }),
    description: t.string({ description: 'What the query returns, in 1 to 500 characters.' }),
    document: t.string({ description: 'A GraphQL document with exactly one query.' }),
    variables: t.field({
      type: 'JSON',
      description: 'Default values of its variables, an object keyed by variable name; replaces the present defaults.',
    }),
    columns: t.field({
      type: [StoredQueryColumnInput],
      description: 'Columns of its table; replaces the present ones. Null: derived from the document.',
    }),
    baseVersion: t.int({
      description:
        'The version that the change is based on. If there is a later one, the result is a Conflict. Default: no check.',
    }),
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
    // For an unknown name only that is reported.
    const problems = before?.stored ? inputProblems(text, context) : [];
    if (problems.length > 0) throw new Refused(new InvalidInputError(problems));
    const { query, changed } = await orQueryRefused(
      amendQuery(tx, text, { by: caller.name, baseVersion: baseVersion ?? null }),
    );
    return { number: query.version, changed };
  },
  show: async ({ name }, version, { database }) => ({
    storedQuery: await findQuery(database.prisma, name, version),
  }),
});
