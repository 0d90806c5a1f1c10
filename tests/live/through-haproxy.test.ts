import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventSource } from 'eventsource';
import { createClient } from 'graphql-sse';
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { say } from '../ingest/say.ts';
import { world } from '../ingest/world.ts';
import { useDatabase } from '../support/database.ts';
import { useServedDatabase } from '../support/open-as-served.ts';
import { stance, useWriter } from '../writers/writer.ts';
import { restartable } from './restartable.ts';

const database = useDatabase('migrated');
const served = useServedDatabase(() => database.url);
const writer = useWriter(served);
const servers = [0, 1].map(() => restartable(served));
beforeAll(async () => {
  await say(database, world);
  for (const { start } of servers) await start();
});

async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo; // it listens on a port
  await new Promise((done) => server.close(done));
  return port;
}

/** HAProxy, set as deploy/haproxy says, before servers on this machine. */
async function startHaproxy(urls: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'concord-haproxy-'));
  const port = await freePort();
  const lines = urls.map((url, index) => `  server c${index} ${new URL(url).host} check`).join('\n');
  const text = readFileSync('deploy/haproxy/concord.cfg', 'utf8')
    .replace('bind :8080', `bind 127.0.0.1:${port}`)
    .replace(' resolvers names', '')
    .replaceAll('  server-template concord 2 concord:4000', lines);
  writeFileSync(join(folder, 'haproxy.cfg'), text);
  const haproxy = spawn('haproxy', ['-db', '-f', join(folder, 'haproxy.cfg')], { stdio: 'ignore' });
  onTestFinished(async () => {
    haproxy.kill('SIGKILL');
    await once(haproxy, 'exit');
    rmSync(folder, { recursive: true });
  });
  const url = `http://127.0.0.1:${port}/graphql`;
  await vi.waitFor(async () => expect((await fetch(new URL('/ready', url))).status).toBe(200), { timeout: 20_000 });
  return url;
}

const query = 'subscription ($since: Int) { ledgerChanged(sinceRevision: $since) { revision { number } } }';
type Numbers = { ledgerChanged: { revision: { number: number } } };

let year = 1900;
const write = async () =>
  (await writer.write('recordStances', { stances: [stance({ heldFrom: `${year++}-01-01` })] })).revision?.number ?? 0;

test.skipIf(spawnSync('haproxy', ['-v']).error !== undefined)(
  'through HAProxy, subscribers are told of each revision once and in order while one server after the other is restarted',
  async () => {
    const url = await startHaproxy(servers.map((server) => server.url()));
    const first = await write();
    const bySource: number[] = [];
    const source = new EventSource(
      `${url}?${new URLSearchParams({ query, variables: JSON.stringify({ since: first }) })}`,
    );
    onTestFinished(() => source.close());
    source.addEventListener('next', ({ data }) =>
      bySource.push((JSON.parse(data).data as Numbers).ledgerChanged.revision.number),
    );
    const byClient: number[] = [];
    const soon = () => new Promise<void>((resolve) => setTimeout(resolve, 50));
    const client = createClient({ url, retry: soon, retryAttempts: 1_000 });
    onTestFinished(() => client.dispose());
    client.subscribe<Numbers>(
      {
        query,
        variables: {
          get since() {
            return byClient.at(-1) ?? first;
          },
        },
      },
      {
        next: ({ data }) => void byClient.push(data?.ledgerChanged.revision.number ?? 0),
        error: () => void byClient.push(-1),
        complete: () => void byClient.push(-2),
      },
    );
    for (const server of servers) {
      await write();
      await server.stop();
      await write();
      await server.start();
      await write();
    }
    const last = await write();
    const all = Array.from({ length: last - first }, (_, index) => first + 1 + index);
    await vi.waitUntil(() => bySource.at(-1) === last && byClient.at(-1) === last, { timeout: 60_000 });
    expect(bySource).toEqual(all);
    expect(byClient).toEqual(all);
  },
);
