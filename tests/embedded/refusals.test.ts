import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openEmbeddedServer } from '#postgres/embedded/open-embedded-server.ts';
import { makeDataDirectory } from './data-directory.ts';

const put = async (folder: string, name: string, text: string): Promise<void> => {
  await mkdir(join(folder, 'postgres'), { mode: 0o700 });
  await writeFile(join(folder, 'postgres', name), text);
};

test('data of another major version of PostgreSQL are refused in words, and stay as they are', async () => {
  const dataDirectory = await makeDataDirectory();
  await put(dataDirectory, 'PG_VERSION', '17\n');
  await expect(openEmbeddedServer({ dataDirectory })).rejects.toMatchObject({
    code: 'DATA_OF_ANOTHER_VERSION',
    message: expect.stringMatching(/created by PostgreSQL 17, .* includes PostgreSQL 18\. Set CONCORD_DATA_DIR/),
  });
});

test('a folder that holds something else is not overwritten', async () => {
  const dataDirectory = await makeDataDirectory();
  await put(dataDirectory, 'thesis.txt', 'The only copy.');
  await expect(openEmbeddedServer({ dataDirectory })).rejects.toMatchObject({
    code: 'DATA_UNUSABLE',
    message: expect.stringContaining('is not empty and does not contain PostgreSQL data'),
  });
});

test('a data folder that cannot be made is refused in words', async () => {
  const folder = await makeDataDirectory();
  await writeFile(join(folder, 'file'), '');
  const dataDirectory = join(folder, 'file', 'data');
  await expect(openEmbeddedServer({ dataDirectory })).rejects.toMatchObject({ code: 'DATA_UNUSABLE' });
});

test('a server that cannot start says why, and where its log is', async () => {
  const dataDirectory = await makeDataDirectory();
  const settings = { fsync: 'off', shared_buffers: 'plenty' };
  await expect(openEmbeddedServer({ dataDirectory, settings })).rejects.toMatchObject({
    code: 'START_FAILED',
    message: expect.stringMatching(/did not start: invalid value for parameter "shared_buffers".*Its log is /),
  });
});
