import { expect, test } from 'vitest';
import { readQueryFile } from '#stored-queries/query-file.ts';

const message = (text: string): string => {
  try {
    readQueryFile('mine', text, 'mine.graphql');
    return '';
  } catch (error) {
    return `${Reflect.get(Object(error), 'code')} ${Object(error).message}`;
  }
};

test.each([
  [
    'an alias without an anchor',
    '# description: *one\n{ a }',
    /^INVALID_STORED_QUERY mine\.graphql:1: found the alias \*one/,
  ],
  [
    'what is no YAML',
    '# description: "one\n# variables: {}\n{ a }',
    /^INVALID_STORED_QUERY mine\.graphql:[12]: found .*expected YAML\.$/m,
  ],
  [
    'nesting without end',
    `# description: one\n# variables: ${'['.repeat(5_000)}\n{ a }`,
    /^INVALID_STORED_QUERY mine\.graphql:2: found more than 100 levels/,
  ],
])('%s in the head of a file is a problem at its line', (_, text, expected) => {
  expect(message(text)).toMatch(expected);
});
