import { readdir } from 'node:fs/promises';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { makeDataDirectory, serverPid } from './data-directory.ts';
import { startHolder } from './holder.ts';

test('a second process joins the running server, and the last one out stops it', async () => {
  const folder = await makeDataDirectory();
  const first = startHolder(folder);
  const url = await first.url;
  const pid = await serverPid(folder);
  expect(pid).not.toBeNull();

  const second = startHolder(folder);
  expect(await second.url).toBe(url);
  expect(await first.leave()).toBe(0);
  expect(await serverPid(folder)).toBe(pid);

  expect(await second.leave()).toBe(0);
  expect(await serverPid(folder)).toBeNull();
});

test('two processes that start at the same time on an empty folder get one server, and leave no other files', async () => {
  const folder = await makeDataDirectory();
  const holders = [startHolder(folder), startHolder(folder)] as const;
  const [one, other] = await Promise.all(holders.map((holder) => holder.url));
  expect(one).toBe(other);
  expect(await Promise.all(holders.map((holder) => holder.leave()))).toEqual([0, 0]);
  expect(await serverPid(folder)).toBeNull();
  expect((await readdir(folder)).sort()).toEqual(['postgres', 'postgres.log']);
});

test('processes that come and go at the same time never meet a server that stops under them', async () => {
  const folder = await makeDataDirectory();
  await startHolder(folder).leave();
  const comeAndGo = async () => {
    for (let visit = 0; visit < 4; visit++) {
      const holder = startHolder(folder);
      const client = new Client(await holder.url);
      await client.connect();
      await client.query('SELECT 1');
      await client.end();
      expect(await holder.leave()).toBe(0);
    }
  };
  await Promise.all([comeAndGo(), comeAndGo(), comeAndGo()]);
  expect(await serverPid(folder)).toBeNull();
});

test('the server listens on this machine alone, wants a password, and has a database in UTF-8 on UTC', async () => {
  const folder = await makeDataDirectory();
  const url = new URL(await startHolder(folder).url);
  expect(url).toMatchObject({ hostname: '127.0.0.1', username: 'concord', pathname: '/concord' });
  const client = new Client(url.href);
  await client.connect();
  const { rows } = await client.query(
    "SELECT current_setting('listen_addresses') AS listens, current_setting('server_encoding') AS encoding, current_setting('timezone') AS zone",
  );
  expect(rows).toEqual([{ listens: '127.0.0.1', encoding: 'UTF8', zone: 'UTC' }]);
  await client.end();
  url.password = 'guess';
  await expect(new Client(url.href).connect()).rejects.toThrow('password authentication failed');
});
