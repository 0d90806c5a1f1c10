import { once } from 'node:events';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Finding } from '#cli/doctor/finding.ts';
import { makeDataDirectory, serverPid } from '../embedded/data-directory.ts';
import { useDatabase } from '../support/database.ts';
import { runConcord } from './run-concord.ts';
import { startServing } from './serving.ts';

const seeded = useDatabase('seeded');

async function doctor(env: Readonly<Record<string, string>>) {
  const { code, stdout, stderr } = await runConcord(['doctor', '--json'], { PORT: '0', ...env });
  const { problems, warnings, findings } = JSON.parse(stdout) as {
    problems: number;
    warnings: number;
    findings: Finding[];
  };
  const bad = findings.filter(({ level }) => level !== 'ok');
  return { code, stderr, problems, warnings, findings, bad };
}

test('a good set-up gets one line for each check, all of them ok, and exit code 0', async () => {
  const { code, stdout, stderr } = await runConcord(['doctor'], { DATABASE_URL: seeded.url, PORT: '0' });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const lines = stdout.trimEnd().split('\n');
  expect(lines.map((line) => /^(\w+) +([\w ]+):/.exec(line)?.slice(1))).toEqual(
    [
      [
        'node',
        'configuration',
        'port',
        'database',
        'version',
        'role',
        'text',
        'connections',
        'session',
        'clock',
        'rights',
      ],
      ['btree_gist', 'migrations', 'revisions', 'seeds', 'snapshot'],
    ]
      .flat()
      .map((check) => ['ok', check]),
  );
  expect(lines.at(-1)).toMatch(/Revision 1 was built in \d+ ms: 1,256 stances, [\d,]+ bytes in columns\.$/);
});

test('a wrong argument is wrong use', async () => {
  expect(await runConcord(['doctor', '--mend'])).toMatchObject({ code: 2, stdout: '' });
});

test('every wrong variable is named, and a misspelt one is warned of', async () => {
  const { code, stderr, bad } = await doctor({ PORT: 'http', LOG_LEVEL: 'loud', CONCORD_DATADIR: '/tmp' });
  expect({ code, stderr }).toEqual({ code: 1, stderr: 'There are 2 problems.\n' });
  expect(bad).toEqual([
    expect.objectContaining({ level: 'problem', found: 'PORT: found "http", expected a port number from 0 to 65535.' }),
    expect.objectContaining({ level: 'problem', found: expect.stringContaining('LOG_LEVEL: found "loud"') }),
    expect.objectContaining({ level: 'warning', found: 'CONCORD_DATADIR is not a variable of Concord.' }),
  ]);
});

test('on a folder where nothing is yet it has nothing to mend, and makes nothing', async () => {
  const folder = await makeDataDirectory();
  const { code, bad } = await doctor({ CONCORD_DATA_DIR: join(folder, 'data') });
  expect({ code, bad }).toEqual({ code: 0, bad: [] });
  expect(await readdir(folder)).toEqual([]);
});

test('it looks into an embedded server that runs, and neither starts one that is stopped nor touches its files', async () => {
  const folder = await makeDataDirectory();
  const { port, child, exit } = await startServing({ CONCORD_DATA_DIR: folder });
  const beside = await doctor({ CONCORD_DATA_DIR: folder, PORT: port });
  expect(beside).toMatchObject({ code: 0, bad: [] });
  expect(beside.findings).toContainEqual(
    expect.objectContaining({ check: 'port', found: `Concord runs on 127.0.0.1 port ${port}, at revision 1.` }),
  );
  expect(beside.findings.at(-1)?.check).toBe('snapshot');
  child.kill('SIGTERM');
  await exit;
  const stopped = await doctor({ CONCORD_DATA_DIR: folder });
  expect(stopped).toMatchObject({ code: 0, bad: [{ check: 'embedded server', level: 'warning' }] });
  expect(await serverPid(folder)).toBeNull();
});

test('data of another version, and a port that another program has, are both reported at once', async () => {
  const folder = await makeDataDirectory();
  await mkdir(join(folder, 'postgres'));
  await writeFile(join(folder, 'postgres', 'PG_VERSION'), '17\n');
  const other = createServer((socket) => socket.end()).listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  const { code, bad } = await doctor({ CONCORD_DATA_DIR: folder, PORT: String(port) });
  other.close();
  expect(code).toBe(1);
  expect(bad).toEqual([
    {
      check: 'port',
      level: 'problem',
      found: `Concord cannot listen on 127.0.0.1 port ${port}: another program is listening there.`,
      todo: 'Set PORT or HOST to another value.',
    },
    expect.objectContaining({
      check: 'embedded server',
      level: 'problem',
      todo: expect.stringMatching(/^Set CONCORD_DATA_DIR to another folder/),
    }),
  ]);
});

test('a database that does not answer is a problem with a way out', async () => {
  const { code, bad } = await doctor({ DATABASE_URL: 'postgresql://me:secret@127.0.0.1:1/none' });
  expect({ code, bad }).toEqual({
    code: 1,
    bad: [
      {
        check: 'database',
        level: 'problem',
        found: 'No database responds at 127.0.0.1:1/none: connect ECONNREFUSED 127.0.0.1:1.',
        todo: 'Start the server, or correct DATABASE_URL.',
      },
    ],
  });
});

describe('a database without migrations', () => {
  const empty = useDatabase('empty');

  test('is told to be migrated, and is not', async () => {
    const { code, bad } = await doctor({ DATABASE_URL: empty.url });
    expect({ code, bad }).toMatchObject({ code: 1, bad: [{ check: 'migrations', level: 'problem' }] });
    const { rows } = await empty.pool.query("SELECT to_regclass('_prisma_migrations') AS migrations");
    expect(rows).toEqual([{ migrations: null }]);
  });
});

describe('a ledger that was tampered with', () => {
  const tampered = useDatabase('seeded');

  test('shows seeds that say something else, a counter that is wrong, and that nothing can be written', async () => {
    // As an owner can: the triggers would refuse it.
    await tampered.pool.query(
      `SET session_replication_role = replica; UPDATE party SET name = 'Elsewhere' WHERE key = 'CN'; RESET session_replication_role`,
    );
    await tampered.pool.query('UPDATE revision_counter SET last = 7');
    await tampered.pool.query(
      `ALTER DATABASE "${new URL(tampered.url).pathname.slice(1)}" SET default_transaction_read_only = on`,
    );
    const { code, bad } = await doctor({ DATABASE_URL: tampered.url });
    expect(code).toBe(1);
    expect(bad).toEqual([
      expect.objectContaining({ check: 'rights', level: 'warning' }),
      expect.objectContaining({
        check: 'revisions',
        level: 'problem',
        found: 'The counter is at 7, but the newest revision is 1.',
      }),
      expect.objectContaining({ check: 'seeds', level: 'warning', todo: 'Run concord seed to import the changes.' }),
    ]);
  });
});
