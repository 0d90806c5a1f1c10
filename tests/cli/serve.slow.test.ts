import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { makeDataDirectory, serverPid } from '../embedded/data-directory.ts';
import { useDatabase } from '../support/database.ts';
import { runConcord, startConcord } from './run-concord.ts';

const seeded = useDatabase('seeded');

const quiet = { PORT: '0', LOG_LEVEL: 'silent' };

const serve = (env: Readonly<Record<string, string>>) =>
  running(startConcord(['serve', '--json'], { ...quiet, ...env }));

/** Waits until it serves. */
async function running(child: ReturnType<typeof startConcord>) {
  const stderr = text(child.stderr);
  const exit = once(child, 'close');
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), exit]);
  if (typeof line !== 'string') throw new Error(await stderr);
  const stop = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    const [code] = await exit;
    return code;
  };
  return { places: JSON.parse(line), stop };
}

async function newestRevision(api: string): Promise<number> {
  const body = JSON.stringify({ query: '{ dataset { revision } }' });
  const answer = await fetch(api, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const { data } = await answer.json();
  return data.dataset.revision;
}

test('on an empty folder, concord serve answers from the seed files; stopped and started again, it has them still', async () => {
  const folder = await makeDataDirectory();
  const first = await serve({ CONCORD_DATA_DIR: folder });
  expect(first.places.data).toBe(folder);
  expect((await fetch(first.places.health)).status).toBe(200);
  expect(await newestRevision(first.places.api)).toBe(1);
  expect(await first.stop('SIGTERM')).toBe(0);
  expect(await serverPid(folder)).toBeNull();

  const second = await serve({ CONCORD_DATA_DIR: folder });
  expect(await newestRevision(second.places.api)).toBe(1);
  expect(await second.stop('SIGINT')).toBe(0);
  expect(await serverPid(folder)).toBeNull();
});

test('killed with everything, concord serve starts again by itself', async () => {
  const folder = await makeDataDirectory();
  const killed = await serve({ CONCORD_DATA_DIR: folder });
  process.kill((await serverPid(folder)) ?? 0, 'SIGKILL');
  await killed.stop('SIGKILL');

  const next = await serve({ CONCORD_DATA_DIR: folder });
  expect(await newestRevision(next.places.api)).toBe(1);
  expect(await next.stop('SIGTERM')).toBe(0);
});

test('a supervisor that stops npm start stops Concord', async () => {
  const folder = await makeDataDirectory();
  const env = { ...process.env, ...quiet, CONCORD_DATA_DIR: folder };
  // Silent, because npm says on standard output what it runs.
  const npm = spawn('npm', ['start', '--silent', '--', '--json'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const { stop } = await running(npm);
  await stop('SIGTERM');
  expect(await serverPid(folder)).toBeNull();
});

test('with DATABASE_URL it starts no server of its own, and shows no password', async () => {
  const { places, stop } = await serve({ DATABASE_URL: seeded.url });
  expect(places.data).toBe(`${new URL(seeded.url).host}${new URL(seeded.url).pathname}`);
  expect(await newestRevision(places.api)).toBe(1);
  expect(await stop('SIGTERM')).toBe(0);
});

test('a second concord serve on the same folder and port says that Concord runs there, and lets it run', async () => {
  const folder = await makeDataDirectory();
  const first = await serve({ CONCORD_DATA_DIR: folder });
  const { port } = new URL(first.places.api);
  const { code, stdout, stderr } = await runConcord(['serve'], { CONCORD_DATA_DIR: folder, PORT: port });
  expect({ code, stdout, stderr }).toEqual({
    code: 1,
    stdout: '',
    stderr: `Cannot listen on 127.0.0.1 port ${port}: Concord is already running there, at revision 1. Use it, stop it, or set PORT to another value.\n`,
  });
  expect(await newestRevision(first.places.api)).toBe(1);

  // On another port, both serve from one database server.
  const second = await serve({ CONCORD_DATA_DIR: folder });
  expect(await newestRevision(second.places.api)).toBe(1);
  expect(await second.stop('SIGTERM')).toBe(0);
  expect(await first.stop('SIGTERM')).toBe(0);
  expect(await serverPid(folder)).toBeNull();
});

test('a port that is taken is told in a sentence, before a data folder is made', async () => {
  const folder = await makeDataDirectory();
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  const { code, stderr } = await runConcord(['serve'], { CONCORD_DATA_DIR: folder, PORT: String(port) });
  other.close();
  expect(await readdir(folder)).toEqual([]);
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: `Cannot listen on 127.0.0.1 port ${port}: another program is listening there. Set PORT or HOST to another value.\n`,
  });
});
