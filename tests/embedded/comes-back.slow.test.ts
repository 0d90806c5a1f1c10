import { once } from 'node:events';
import { rename } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { openEmbeddedServer } from '#postgres/embedded/open-embedded-server.ts';
import { makeDataDirectory, serverPid } from './data-directory.ts';

/** An embedded server, and what it says about itself. */
async function open() {
  const dataDirectory = await makeDataDirectory();
  const said: string[] = [];
  const waiting = new Set<() => void>();
  const tell = (message: string) => {
    said.push(message);
    for (const look of waiting) look();
  };
  const server = await openEmbeddedServer({ dataDirectory, settings: { fsync: 'off' }, tell });
  onTestFinished(() => server.close());
  /** Resolves with the next sentence that has something in it. */
  const hears = (part: string): Promise<string> => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const from = said.length;
    const look = () => {
      const found = said.slice(from).find((message) => message.includes(part));
      if (found !== undefined) resolve(found);
    };
    waiting.add(look);
    return promise.finally(() => waiting.delete(look));
  };
  const pid = await serverPid(dataDirectory);
  if (pid === null) throw new Error('The server does not run.');
  const kill = () => process.kill(pid, 'SIGKILL');
  return { server, kill, said, hears, folder: join(dataDirectory, 'postgres') };
}

async function one(url: string): Promise<unknown> {
  const client = new Client(url);
  await client.connect();
  const { rows } = await client.query('SELECT 1 AS one');
  await client.end();
  return rows[0].one;
}

test('a server that dies and cannot be started is tried again for as long as it takes, says why each time, and comes back', async () => {
  const { server, kill, said, hears, folder } = await open();
  const away = `${folder}.away`;
  await rename(folder, away);
  const gone = hears('is missing');
  kill();
  expect(await gone).toMatch(
    /^The embedded PostgreSQL server has stopped and could not be restarted: .* Retrying in 0.25 s\.$/,
  );
  // More often than it used to be tried.
  for (let count = 0; count < 4; count++) await hears('is missing');
  const pauses = said.map((message) => Number(/Retrying in ([\d.]+) s/.exec(message)?.[1]));
  expect(pauses).toEqual([0.25, 0.5, 1, 2, 4].slice(0, pauses.length));
  const back = hears('is running again');
  await rename(away, folder);
  await back;
  expect(await one(server.url)).toBe(1);
});

test('it comes back at the address that its users know, or not at all', async () => {
  const { server, kill, hears, folder } = await open();
  const away = `${folder}.away`;
  const { port } = new URL(server.url);
  await rename(folder, away);
  const gone = hears('is missing');
  kill();
  await gone;
  const other = createServer();
  await once(other.listen(Number(port), '127.0.0.1'), 'listening');
  const taken = hears(`another program is listening on port ${port}`);
  await rename(away, folder);
  await taken;
  const back = hears('is running again');
  other.close();
  await back;
  expect(await one(server.url)).toBe(1);
});
