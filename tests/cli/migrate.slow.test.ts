import { expect, test } from 'vitest';
import { readMigrations } from '#postgres/migrate/prisma-folder.ts';
import { useDatabase } from '../support/database.ts';
import { runConcord } from './run-concord.ts';

const database = useDatabase('empty');
const names = (await readMigrations()).map(({ name }) => name);

test('concord serve does not touch a database of yours that lacks migrations, and says how to apply them', async () => {
  const { code, stderr } = await runConcord(['serve'], { DATABASE_URL: database.url, PORT: '0' });
  expect(code).toBe(1);
  expect(stderr).toMatch(/has \d+ pending migration\(s\) .*npm run concord -- migrate\n$/);
  const { rows } = await database.pool.query("SELECT to_regclass('_prisma_migrations') AS migrations");
  expect(rows).toEqual([{ migrations: null }]);
});

test('concord migrate names what is pending, applies it, and then has nothing to do', async () => {
  const env = { DATABASE_URL: database.url };
  expect((await runConcord(['migrate', '--pending', '--json'], env)).stdout).toBe(
    `${JSON.stringify({ pending: names })}\n`,
  );
  expect((await runConcord(['migrate', '--json'], env)).stdout).toBe(`${JSON.stringify({ applied: names })}\n`);
  expect(await runConcord(['migrate'], env)).toEqual({
    code: 0,
    stdout: 'The database is up to date.\n',
    stderr: '',
  });
});
