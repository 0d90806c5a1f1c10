import type { ClientBase } from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { AccountablePool } from '#postgres/accountable-pool.ts';
import { OutcomeUnknownError } from '#postgres/database-error.ts';
import { isDirect, noteEnds } from '#postgres/set-up-connection.ts';
import { lookBefore, requireSameDatabase } from '#postgres/transaction.ts';
import { layCable } from '../snapshot/cable.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase('migrated');

/** A connection to an address, of a pool that could open no other one. */
async function onlyConnection(url: string) {
  const pool = new AccountablePool({ connectionString: url, max: 1, statementTimeoutMs: 0 });
  pool.on('error', () => {}); // `end` does not wait for the server, which may be told first that the database is dropped
  const client = await pool.connect();
  onTestFinished(() => {
    client.release();
    return pool.end();
  });
  pool.options.connectionString = 'postgresql://127.0.0.1:1/nowhere';
  return { pool, client };
}

test('a connection to a server of this machine with nothing between is direct, and no other one is opened beside it', async () => {
  const { pool, client } = await onlyConnection(database.url);
  expect(isDirect(client)).toBe(true);
  expect(await lookBefore(pool)).toBeUndefined();
  expect(await requireSameDatabase(pool, client)).toBeUndefined();
});

test('one through something that leads on is not, and nobody knows without another one whether that leads to the same server', async () => {
  const cable = await layCable(database.url);
  onTestFinished(() => cable.cut());
  const { pool, client } = await onlyConnection(cable.url);
  expect(isDirect(client)).toBe(false);
  await expect(lookBefore(pool)).rejects.toThrow('ECONNREFUSED');
  await expect(requireSameDatabase(pool, client)).rejects.toThrow(OutcomeUnknownError);
});

test('after a commit that all standbys have confirmed no other connection is opened', async () => {
  const cable = await layCable(database.url);
  onTestFinished(() => cable.cut());
  const { pool, client } = await onlyConnection(cable.url);
  expect(await requireSameDatabase(pool, client, true)).toBeUndefined();
});

test.each([
  ['127.0.0.1', '127.0.0.1', true],
  ['localhost', '::1', true],
  ['the name of a server, which may lead elsewhere tomorrow', '127.0.0.1', false],
  ['10.0.0.7', '10.0.0.7', false],
])('one to %s at %s is direct: %s', (host, address, expected) => {
  const stream = { remoteAddress: address, remotePort: 5432, localAddress: address, localPort: 40_000 };
  const client = { host, connection: { stream } } as unknown as ClientBase;
  noteEnds(client, { server: `${address} 5432`, client: `${address} 40000` });
  expect(isDirect(client)).toBe(expected);
});
