import { z } from 'zod';
import { parseYaml } from '#text/parse-yaml.ts';
import type { QueryText } from './stored-query.ts';
import { StoredQueryError } from './stored-query-error.ts';

const header = z.strictObject({
  description: z.string(),
  variables: z.record(z.string(), z.unknown()).default({}),
  columns: z.record(z.string(), z.string()).nullable().default(null),
});

/**
 * Reads a question from a file: a GraphQL document that begins with comment lines which, without their `#`, are YAML with `description` and, if
 * wanted, `variables` and `columns` (name: path). `file` is for messages.
 * @throws StoredQueryError `INVALID_STORED_QUERY`
 */
export function readQueryFile(name: string, text: string, file: string): QueryText {
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex((line) => !line.startsWith('#'));
  const comments = end === -1 ? lines : lines.slice(0, end);
  const { content, problems } = parseYaml(comments.map((line) => line.replace(/^# ?/, '')).join('\n'));
  if (problems.length > 0) {
    const told = problems.map(({ line, found, expected }) => `${file}:${line}: found ${found}, expected ${expected}.`);
    throw invalid(told.join('\n'));
  }
  const read = header.safeParse(content ?? {});
  if (!read.success) {
    const problems = read.error.issues.map(
      ({ path, message }) => `${file}: ${path.join('.') || 'header'}: ${message}.`,
    );
    throw invalid(`${problems.join('\n')}\n${expected}`);
  }
  const { description, variables, columns } = read.data;
  return {
    name,
    description: description.trim(),
    document: lines.slice(comments.length).join('\n').trim(),
    variables,
    columns: columns && Object.entries(columns).map(([column, path]) => ({ name: column, path })),
  };
}

const expected =
  'Expected first lines such as "# description: What it answers." and, if wanted, "# variables:" and "# columns:" with indented lines.';

const invalid = (message: string) => new StoredQueryError('INVALID_STORED_QUERY', message);
