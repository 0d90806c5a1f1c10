import type { z } from 'zod';
import { ConfigError } from './config-error.ts';
import { variables } from './variables.ts';

/** The environment, parsed: one property per declared variable. */
export type Config = {
  readonly [Key in keyof typeof variables]: z.output<(typeof variables)[Key]['schema']>;
};

/**
 * Reads the configuration from environment variables; an empty variable counts as not set.
 * @throws ConfigError naming every variable that is wrong, with what was found and what is expected.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = [];
  const values = Object.entries(variables).map(([key, variable]) => {
    const text = env[variable.name]?.trim() || variable.fallback;
    const result = variable.schema.safeParse(text);
    if (!result.success) {
      const { found = null, expected = variable.expected } = told(result.error);
      const shown = 'secret' in variable ? 'an invalid value' : JSON.stringify(text);
      problems.push(`${variable.name}: found ${found ?? shown}, expected ${expected}.`);
    }
    return [key, result.data];
  });
  if (problems.length > 0) throw new ConfigError(problems);
  // Every value came out of the schema of its own key.
  return Object.fromEntries(values) as Config;
}

/** What a schema itself says was found, and expected, where it knows more than that the value is wrong. */
function told({ issues }: z.ZodError): { readonly found?: string; readonly expected?: string } {
  const [issue] = issues;
  return issue?.code === 'custom' ? (issue.params ?? {}) : {};
}

const known: ReadonlySet<string> = new Set(Object.values(variables).map(({ name }) => name));

/** Names in the environment that look like Concord's and are not; what tests are told goes under CONCORD_TEST_. */
export const unknownVariables = (env: Readonly<Record<string, string | undefined>>): string[] =>
  Object.keys(env).filter(
    (name) => name.startsWith('CONCORD_') && !name.startsWith('CONCORD_TEST_') && !known.has(name),
  );

/** One line per environment variable: name, meaning, default. */
export function describeVariables(): string {
  const width = Math.max(...Object.values(variables).map(({ name }) => name.length));
  const lines = Object.values(variables).map(({ name, description, fallback }) => {
    const otherwise = fallback === null ? '' : ` [${fallback}]`;
    return `  ${name.padEnd(width)}  ${description}${otherwise}`;
  });
  return lines.join('\n');
}
