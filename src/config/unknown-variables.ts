import { variables } from './variables.ts';

const known: ReadonlySet<string> = new Set(Object.values(variables).map(({ name }) => name));

/** Names in the environment that look like Concord's and are not; what tests are told goes under CONCORD_TEST_. */
export const unknownVariables = (env: Readonly<Record<string, string | undefined>>): string[] =>
  Object.keys(env).filter(
    (name) => name.startsWith('CONCORD_') && !name.startsWith('CONCORD_TEST_') && !known.has(name),
  );
