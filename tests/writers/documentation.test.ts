import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { useWriter, type Written } from './writer.ts';

const writer = useWriter(useDatabase('seeded'));

test('the mutation of docs/writing.md does what the page says', async () => {
  const [, query] = /```graphql\n([\s\S]*?)```/.exec(await readFile('docs/writing.md', 'utf8')) ?? [];
  const answer = () =>
    writer.ask<{ recordStances: Written }>(query ?? '', {}, { authorization: writer.authorization() });
  const { data, errors } = await answer();
  expect(errors).toBeUndefined();
  expect(data?.recordStances).toEqual({
    revision: { number: 2 },
    changed: true,
    stances: [{ key: 'fr--tw-inalienable--2023-04-05', position: 'NEUTRAL' }],
  });
  expect((await answer()).data).toEqual(data);
});
