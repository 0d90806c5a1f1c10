import type { Problem } from '#ledger/write/proposal.ts';
import { queryProblems } from '#stored-queries/check-query.ts';
import type { QueryText } from '#stored-queries/stored-query.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';

export const StoredQueryColumnInput = builder.inputType('StoredQueryColumnInput', {
  description: 'A column in the table of a stored query.',
  fields: (t) => ({
    name: t.string({
      required: true,
      description: 'Header of the column: a lower-case letter, followed by letters, digits and underscores.',
    }),
    path: t.string({
      required: true,
      description:
        'Path of its values in the response, with dots between the field names: `comparison.rows.nodes.verdict`. A path through a list makes one ' +
        'row per element; a path that ends at a list, or collects values as in `issues[].key`, is JSON in one cell.',
    }),
  }),
});

/** Problems that prevent a query from being stored, with their paths in the input. */
export const inputProblems = (text: QueryText, { engine }: Context): Problem[] =>
  queryProblems(text, engine).map(({ at, ...problem }) => ({ at: `input.${at}`, ...problem }));

/** The default variables of an input when they are an object; else null. */
export const variablesOf = (value: unknown): QueryText['variables'] | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as QueryText['variables']) : null;

/** What is wrong with default variables that are no object. */
export const noVariables = (value: unknown): Problem => ({
  at: 'input.variables',
  found: JSON.stringify(value).slice(0, 80).toWellFormed(),
  expected: 'an object, such as {"parties": ["CN", "RU"]}',
});
