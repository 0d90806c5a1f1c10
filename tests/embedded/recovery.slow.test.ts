import { once } from 'node:events';
import { watch } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { makeDataDirectory, serverPid } from './data-directory.ts';
import { startHolder } from './holder.ts';

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client(url);
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

test('after kill -9 of the process alone, the next one joins the server it left and stops it at the end', async () => {
  const folder = await makeDataDirectory();
  const killed = startHolder(folder);
  await killed.url;
  const orphan = await serverPid(folder);
  await killed.kill();

  const next = startHolder(folder);
  await next.url;
  expect(await serverPid(folder)).toBe(orphan);
  expect(await next.leave()).toBe(0);
  expect(await serverPid(folder)).toBeNull();
});

test('after kill -9 of everything, the next start has what was committed', async () => {
  const folder = await makeDataDirectory();
  const killed = startHolder(folder);
  await query(await killed.url, 'CREATE TABLE said AS SELECT 42 AS answer');
  process.kill((await serverPid(folder)) ?? 0, 'SIGKILL');
  await killed.kill();

  const next = startHolder(folder);
  expect(await query(await next.url, 'SELECT answer FROM said')).toEqual([{ answer: 42 }]);
  expect(await next.leave()).toBe(0);
});

test('a process number that now belongs to another program does not keep the server from starting', async () => {
  const folder = await makeDataDirectory();
  const killed = startHolder(folder);
  await killed.url;
  process.kill((await serverPid(folder)) ?? 0, 'SIGKILL');
  await killed.kill();
  const pidFile = join(folder, 'postgres', 'postmaster.pid');
  const text = await readFile(pidFile, 'utf8');
  await writeFile(pidFile, text.replace(/^\d+/, String(process.pid)));

  const next = startHolder(folder);
  await next.url;
  expect(await next.leave()).toBe(0);
});

test('a server that is killed while a process uses it is started again, at the same address', async () => {
  const folder = await makeDataDirectory();
  const holder = startHolder(folder);
  const url = await holder.url;
  const client = new Client(url);
  const gone = new Promise((resolve) => client.on('error', resolve));
  await client.connect();
  process.kill((await serverPid(folder)) ?? 0, 'SIGKILL');
  await gone;

  await expect.poll(() => query(url, 'SELECT 1 AS one').catch(() => null), { timeout: 30_000 }).toEqual([{ one: 1 }]);
  expect(await holder.leave()).toBe(0);
  expect(await serverPid(folder)).toBeNull();
});

test('a start that is killed while it sets up the data leaves nothing that stops the next', async () => {
  const folder = await makeDataDirectory();
  const watcher = watch(folder);
  const begun = once(watcher, 'change');
  const killed = startHolder(folder);
  await begun;
  watcher.close();
  await killed.kill();
  expect(await readdir(folder)).not.toContain('postgres');

  const next = startHolder(folder);
  expect(await query(await next.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(await next.leave()).toBe(0);
});

test('a half-made set-up of a dead process is removed by the next', async () => {
  const folder = await makeDataDirectory();
  const dead = startHolder(folder);
  await dead.kill();
  await mkdir(join(folder, `postgres.init-${dead.process.pid}-0`));
  const next = startHolder(folder);
  await next.url;
  expect(await next.leave()).toBe(0);
  expect((await readdir(folder)).sort()).toEqual(['postgres', 'postgres.log']);
});
