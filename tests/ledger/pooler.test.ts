import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { checkDatabase } from '#cli/doctor/database.ts';
import { readConfig } from '#config/read-config.ts';
import { openLedger } from '#exports/ledger/open-ledger.ts';
import { createKey, listKeys } from '#ledger/keys/keys.ts';
import { openDatabase } from '#postgres/open-database.ts';
import { openSnapshots } from '#snapshot/snapshots.ts';
import { say } from '../ingest/say.ts';
import { world } from '../ingest/world.ts';
import { useDatabase } from '../support/database.ts';

const program = '/usr/sbin/pgbouncer';

const database = useDatabase('migrated');

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // it listens on TCP
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts a PgBouncer before the database; its address. */
async function pooler(settings: string): Promise<string> {
  const { hostname, port, username, password, pathname } = new URL(database.url);
  const folder = await mkdtemp(join(inject('scratch'), 'pooler-'));
  const own = await freePort();
  const target = `host=${hostname} port=${port} user=${username} password=${password}`;
  const file = join(folder, 'pgbouncer.ini');
  await writeFile(
    file,
    `[databases]\n* = ${target}\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = ${own}\nauth_type = any\nunix_socket_dir =\n${settings}\n`,
  );
  await Promise.all([chmod(inject('scratch'), 0o755), chmod(folder, 0o755)]);
  const asRoot = process.getuid?.() === 0 ? ['-u', 'postgres'] : [];
  const child = spawn(program, [...asRoot, file], { stdio: ['ignore', 'ignore', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let log = '';
  for await (const text of child.stderr.setEncoding('utf8')) {
    log += text;
    if (log.includes('process up')) return `postgresql://${username}@127.0.0.1:${own}${pathname}`;
  }
  throw new Error(log);
}

/** A time as the API and an export say it, and when a revision was last made. */
async function saidBehind(url: string) {
  const opened = await openDatabase(url, { statementTimeoutMs: 4_000 });
  onTestFinished(() => opened.close());
  const [session] = (
    await opened.pool.query(
      `SELECT current_setting('TimeZone') AS zone, current_setting('statement_timeout') AS "limit"`,
    )
  ).rows;
  const revision = await opened.prisma.revision.findFirst({ orderBy: { number: 'desc' } });
  const [key] = await listKeys(opened.prisma);
  const source = await openLedger(url, null);
  const exported = source.revision.time;
  await source.close();
  const errors: unknown[] = [];
  const snapshots = openSnapshots(url, (error) => errors.push(error));
  const { revision: newest } = await snapshots.newest();
  await snapshots.close();
  return { session, revision: revision?.time, key: key?.createdAt, exported, newest, errors };
}

/** The instants of the ledger, whatever zone anybody is in. */
async function instants() {
  const { rows } = await database.pool.query(
    `SELECT extract(epoch FROM time) * 1000 AS revision, (SELECT extract(epoch FROM created_at) * 1000 FROM api_key LIMIT 1) AS key
     FROM revision ORDER BY number DESC LIMIT 1`,
  );
  return { revision: new Date(Number(rows[0].revision)), key: new Date(Number(rows[0].key)) };
}

describe('with a database in Tokyo', () => {
  beforeAll(async () => {
    await say(database, world);
    await createKey(
      database.pool,
      { name: 'tokyo', scopes: [], expiresAt: null },
      'a secret of a test, for nothing else',
    );
    await database.pool.query(
      `ALTER DATABASE "${new URL(database.url).pathname.slice(1)}" SET timezone = 'Asia/Tokyo'`,
    );
  });

  const expected = async () => {
    const { revision, key } = await instants();
    return { session: { zone: 'UTC', limit: '4s' }, revision, key, exported: revision, newest: 1, errors: [] };
  };

  test('times are instants', async () => {
    expect(await saidBehind(database.url)).toEqual(await expected());
  });

  test.skipIf(!existsSync(program)).each([
    ['without settings of its own', ''],
    ['that drops what comes with a connection', 'ignore_startup_parameters = statement_timeout,options'],
  ])('so they are behind a PgBouncer in session mode %s', async (_, settings) => {
    expect(await saidBehind(await pooler(`pool_mode = session\n${settings}`))).toEqual(await expected());
  });
});

describe.skipIf(!existsSync(program))('behind PgBouncer', () => {
  test('in transaction mode doctor says so too', async () => {
    const url = await pooler('pool_mode = transaction\ndefault_pool_size = 5');
    const findings = await Array.fromAsync(checkDatabase(url, readConfig({ DATABASE_URL: url })));
    expect(findings).toEqual([
      expect.objectContaining({
        level: 'problem',
        found: expect.stringMatching(/assigns each transaction to a different/),
      }),
    ]);
  });

  test.each([
    ['with a pool of several sessions', 'default_pool_size = 5'],
    ['with one session for all', 'default_pool_size = 1'],
    ['that takes sessions in turn', 'default_pool_size = 5\nserver_round_robin = 1'],
  ])('in transaction mode, %s, it is refused, and told what to do', async (_, settings) => {
    const url = await pooler(`pool_mode = transaction\n${settings}`);
    await expect(openDatabase(url)).rejects.toMatchObject({
      code: 'DATABASE_POOLED',
      message: expect.stringMatching(
        /assigns each transaction to a different database session.* Set its pool_mode to session/,
      ),
    });
  });

  test('in session mode it works, days are UTC days and statements have their time limit', async () => {
    const opened = await openDatabase(await pooler('pool_mode = session'), { statementTimeoutMs: 4_000 });
    onTestFinished(() => opened.close());
    const { rows } = await opened.pool.query(
      `SELECT current_setting('TimeZone') AS zone, current_setting('statement_timeout') AS "limit"`,
    );
    expect(rows).toEqual([{ zone: 'UTC', limit: '4s' }]);
    expect(await opened.prisma.party.count()).toBe(4);
  });
});
