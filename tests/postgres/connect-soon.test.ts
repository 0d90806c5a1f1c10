import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { connectSoon } from '#postgres/connect-soon.ts';
import { openDatabase } from '#postgres/open-database.ts';
import { type Cable, layCable } from '../snapshot/cable.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase('migrated');
/** Leads to the database, or to a server that takes connections and says nothing. */
let way: Cable;
const mute = createServer();
const waiting = new Set<Socket>();
mute.on('connection', (socket) => {
  waiting.add(socket.resume());
  socket.on('close', () => waiting.delete(socket)).on('error', () => {});
});
let nowhere = '';
beforeAll(async () => {
  way = await layCable(database.url);
  await once(mute.listen(0, '127.0.0.1'), 'listening');
  nowhere = `postgresql://127.0.0.1:${(mute.address() as AddressInfo).port}/`;
  return async () => {
    await way.cut();
    mute.close();
  };
});
beforeEach(() => way.lead(database.url));

const someoneWaits = () => vi.waitUntil(() => waiting.size > 0);
const nobodyWaits = () => vi.waitUntil(() => waiting.size === 0);

test('a connection is open as soon as there is a way, whatever those that were begun before wait for', async () => {
  way.lead(nowhere);
  const opening = connectSoon({ connectionString: way.url }, 60_000);
  await someoneWaits();
  way.lead(database.url);
  const client = await opening;
  expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  await client.end();
  await nobodyWaits();
});

test('one that is given up, or takes too long, leaves nothing behind', async () => {
  way.lead(nowhere);
  const givingUp = new AbortController();
  const opening = connectSoon({ connectionString: way.url }, 60_000, givingUp.signal);
  await someoneWaits();
  givingUp.abort(new Error('no longer needed'));
  await expect(opening).rejects.toThrow('no longer needed');
  await nobodyWaits();
  await expect(connectSoon({ connectionString: way.url }, 700)).rejects.toThrow(/timeout/);
  await nobodyWaits();
});

test('what a pool began to open when there was no way is begun anew once another connection is open', async () => {
  const through = await openDatabase(way.url, { connectionTimeoutMs: 300_000 });
  way.lead(nowhere);
  through.renew();
  const asked = through.pool.query('SELECT 1 AS one');
  await someoneWaits();
  way.lead(database.url);
  let isAnswered = false;
  void asked.then(() => {
    isAnswered = true;
  });
  const looked = async () => {
    await through.look();
    expect(isAnswered).toBe(true);
  };
  await vi.waitFor(looked, { timeout: 20_000, interval: 100 });
  expect((await asked).rows).toEqual([{ one: 1 }]);
  await through.close();
  await nobodyWaits();
});
