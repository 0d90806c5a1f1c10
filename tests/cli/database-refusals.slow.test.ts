import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { speakPostgres } from './old-server.ts';
import { runConcord } from './run-concord.ts';
import { startServing } from './serving.ts';

const seeded = useDatabase('seeded');

const placeOf = (url: string) => `${new URL(url).host}${new URL(url).pathname}`;
const variant = (change: (url: URL) => void): string => {
  const url = new URL(seeded.url);
  change(url);
  return url.href;
};
const refusal = (stderr: string) => ({ code: 1, stdout: '', stderr: `${stderr}\n` });
const run = (args: readonly string[], url: string) => runConcord(args, { DATABASE_URL: url, PORT: '0' });

test('a database that does not answer is named with the way out', async () => {
  expect(await run(['serve'], 'postgresql://me:secret@127.0.0.1:1/none')).toEqual(
    refusal(
      'No database responds at 127.0.0.1:1/none: connect ECONNREFUSED 127.0.0.1:1. Start the server, or correct DATABASE_URL.',
    ),
  );
});

test('a wrong password, a missing one, and a database that is not there are each told in their own words', async () => {
  const wrong = variant((url) => {
    url.password = 'guess';
  });
  const none = variant((url) => {
    url.pathname = '/nowhere';
  });
  const { username } = new URL(wrong);
  const [password, database] = await Promise.all([run(['serve'], wrong), run(['serve'], none)]);
  expect(password).toEqual(
    refusal(
      `The server at ${placeOf(wrong)} refused the connection: password authentication failed for user "${username}". Correct the user and the password in DATABASE_URL.`,
    ),
  );
  expect(database).toEqual(
    refusal(
      `The server at ${placeOf(none)} refused the connection: database "nowhere" does not exist. Create it, or correct its name in DATABASE_URL.`,
    ),
  );
  const missing = variant((url) => {
    url.password = '';
  });
  expect(await run(['serve'], missing)).toEqual(
    refusal(
      `The server at ${placeOf(missing)} requires a password, but DATABASE_URL has none. Correct the user and the password in DATABASE_URL.`,
    ),
  );
});

test('a server that is too old is named with its version', async () => {
  const { port, close } = await speakPostgres('140011');
  const { code, stderr } = await run(['serve'], `postgresql://me@127.0.0.1:${port}/old`);
  close();
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: `The server at 127.0.0.1:${port}/old is PostgreSQL 14; Concord needs 15 or newer. Upgrade it, or set DATABASE_URL to another server; without DATABASE_URL, Concord runs its own.\n`,
  });
});

test('a program that is no database at all is told in a sentence', async () => {
  const web = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')).listen(0, '127.0.0.1');
  await once(web, 'listening');
  const { port } = web.address() as { port: number };
  const { code, stderr } = await run(['migrate'], `postgresql://me@127.0.0.1:${port}/web`);
  web.close();
  expect(code).toBe(1);
  expect(stderr).toMatch(/^No database responds at .*Start the server, or correct DATABASE_URL\.\n$/);
});

describe('a database that a newer Concord has migrated', () => {
  const newer = useDatabase('migrated');

  test('is refused by name, and stays as it is', async () => {
    await newer.pool.query(`INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
      VALUES ('later', 'x', now(), '29990101000000_later', 1)`);
    for (const command of [['serve'], ['migrate']]) {
      expect(await run(command, newer.url)).toEqual(
        refusal(
          'The database has migrations that this version of Concord does not know and cannot go on with (29990101000000_later); a newer version applied them. Update Concord, or use another database.',
        ),
      );
    }
    const { rows } = await newer.pool.query('SELECT count(*)::int AS revisions FROM revision');
    expect(rows).toEqual([{ revisions: 0 }]);
  });
});

describe('a database that takes no writes', () => {
  const empty = useDatabase('empty');
  const migrated = useDatabase('migrated');
  const way = 'Serving still works; for anything else set DATABASE_URL to a writable server and a user that may write.';

  const readOnly = (url: string) => {
    const changed = new URL(url);
    changed.searchParams.set('options', '-c default_transaction_read_only=on');
    return changed.href;
  };
  const setReadOnly = async (database: typeof empty) => {
    const name = new URL(database.url).pathname.slice(1);
    await database.pool.query(`ALTER DATABASE "${name}" SET default_transaction_read_only = on`);
  };
  beforeAll(async () => {
    for (const database of [empty, migrated]) await setReadOnly(database);
  });

  test('is not migrated, not seeded and takes no import, and the sentence says so', async () => {
    const sentence = `The database is read-only: default_transaction_read_only is on. ${way}`;
    expect(await run(['migrate'], empty.url)).toEqual(refusal(sentence));
    expect(await run(['serve'], migrated.url)).toEqual(refusal(sentence));
    expect(await run(['import', 'stances', 'seeds'], migrated.url)).toEqual(refusal(sentence));
  });

  test('is served when it has migrations and records', async () => {
    await setReadOnly(seeded);
    const { api, child, exit } = await startServing({ DATABASE_URL: readOnly(seeded.url) });
    const body = JSON.stringify({ query: '{ dataset { revision } documents(first: 1) { totalCount } }' });
    const answer = await fetch(api, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect(await answer.json()).toMatchObject({ data: { dataset: { revision: 1 } } });
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
  });
});

describe('a user who may only read', () => {
  const database = useDatabase('seeded');
  const role = 'concord_test_reader';

  beforeAll(async () => {
    await database.pool.query(`DROP ROLE IF EXISTS ${role}`);
    await database.pool.query(`CREATE ROLE ${role} LOGIN PASSWORD 'reads'`);
    await database.pool.query(`GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${role}`);
  });
  afterAll(async () => {
    await database.pool.query(`DROP OWNED BY ${role}`);
    await database.pool.query(`DROP ROLE ${role}`);
  });

  test('can serve the ledger, and is told that nothing can be imported', async () => {
    const url = new URL(database.url);
    [url.username, url.password] = [role, 'reads'];
    const { child, exit } = await startServing({ DATABASE_URL: url.href });
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
    const { code, stderr } = await run(['seed'], url.href);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(
        new RegExp(`^The database is read-only: the user ${role} may not write to revision, .*may write\\.\\n$`),
      ),
    });
  });
});
