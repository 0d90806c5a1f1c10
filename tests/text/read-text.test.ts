import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readText, readTextSync } from '#text/read-text.ts';

async function fileOf(bytes: string | Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'concord-text-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'mine.graphql'), bytes);
  return join(folder, 'mine.graphql');
}

test('a file after a byte order mark is read without it', async () => {
  const file = await fileOf('\ufeff# description: Ö\n{ __typename }');
  expect(await readText(file)).toBe('# description: Ö\n{ __typename }');
  expect(readTextSync(file)).toBe('# description: Ö\n{ __typename }');
});

test('a file that is not UTF-8 is refused with its line', async () => {
  const file = await fileOf(Buffer.from('# description: one\n# variables: { name: "\xd6" }', 'latin1'));
  const refused = {
    code: 'UNREADABLE',
    message: `${file}:2:23: found bytes that are not UTF-8 (D6 22), expected UTF-8 text.`,
  };
  await expect(readText(file)).rejects.toMatchObject(refused);
  expect(() => readTextSync(file)).toThrow(expect.objectContaining(refused));
});
