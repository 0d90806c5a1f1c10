import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { openDatabase } from '#postgres/open-database.ts';
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

describe.skipIf(!existsSync(program))('behind PgBouncer', () => {
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
    expect(await opened.prisma.party.count()).toBe(0);
  });
});
