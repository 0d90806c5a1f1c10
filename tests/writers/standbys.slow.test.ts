import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type EmbeddedServer, openEmbeddedServer } from '#postgres/embedded/open-embedded-server.ts';
import { applyMigrations } from '#postgres/migrate/apply-migrations.ts';
import { type Database, openDatabase } from '#postgres/open-database.ts';
import { say } from '../ingest/say.ts';
import { world } from '../ingest/world.ts';
import { isAnybodyWaiting, until } from '../ledger/transaction.ts';
import { useServedDatabase } from '../support/open-as-served.ts';
import { stance, useWriter } from './writer.ts';

let server: EmbeddedServer;
let admin: Client;
let committer: Client;
const database = {} as Database;
beforeAll(async () => {
  const dataDirectory = await mkdtemp(join(inject('scratch'), 'synchronous-'));
  server = await openEmbeddedServer({ dataDirectory, settings: { fsync: 'off' } });
  Object.assign(database, await openDatabase(server.url));
  await applyMigrations(database);
  await say(database, world);
  admin = new Client(server.url);
  committer = new Client(server.url);
  await Promise.all([admin.connect(), committer.connect()]);
});
afterAll(async () => {
  await Promise.all([admin.end(), committer.end()]);
  await database.close();
  await server.close();
});
const writer = useWriter(
  useServedDatabase(() => server.url),
  'editor',
  { requestTimeoutMs: 5_000 },
);

/** Makes every commit wait for standbys of a name; none has one. With an empty name none waits. */
async function waitFor(name: string): Promise<void> {
  await admin.query(`ALTER SYSTEM SET synchronous_standby_names = '${name}'`);
  await admin.query('SELECT pg_reload_conf()');
  const shown = async () => (await admin.query('SHOW synchronous_standby_names')).rows[0].synchronous_standby_names;
  await until(async () => (await shown()) === name);
  // Each session knows it then; whether commits wait is what the checkpointer has told them last.
  await until(async () => (await commitWaits()) === (name !== ''));
}

/** Whether a commit waits for standbys; then it is cut short. */
async function commitWaits(): Promise<boolean> {
  let isOver = false;
  const commit = committer.query("SELECT pg_logical_emit_message(true, 'a commit', '')").finally(() => {
    isOver = true;
  });
  let waits = false;
  await until(async () => {
    waits = (await waiting()).length > 0;
    return waits || isOver;
  });
  if (waits) await cutWaits();
  await commit;
  return waits;
}

const waiting = async () => {
  const { rows } = await admin.query<{ pid: number }>(`SELECT pid FROM pg_stat_activity WHERE wait_event = 'SyncRep'`);
  return rows.map(({ pid }) => pid);
};
/** Somebody who has the right cuts the waits short: what was committed stays, on this server alone. */
const cutWaits = async () => {
  await admin.query(`SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'`);
  await until(async () => (await waiting()).length === 0);
};
const newest = async () => (await admin.query('SELECT last FROM revision_counter')).rows[0].last as number; // it has one row

test('a write that no standby has is not answered as done: not by its own time limit, not when sent again, and once when a standby has it', async () => {
  await writer.write('recordStances', { stances: [stance({ heldFrom: '2017-01-01' })] });
  const before = await newest();
  const said = { stances: [stance({ heldFrom: '2017-02-02' })], idempotencyKey: 'awaited' };
  await waitFor('nobody');

  // Our time limit does not cut the wait short: what was written is not to be seen yet.
  expect(await writer.failure('recordStances', said)).toMatchObject({ status: 503, code: 'WRITE_OUTCOME_UNKNOWN' });
  expect(await waiting()).toHaveLength(1);
  expect(await newest()).toBe(before);
  expect(await writer.failure('recordStances', said)).toMatchObject({ status: 503, code: 'BUSY' });

  // Somebody else cuts it short: the write is there, and on no standby.
  await cutWaits();
  await until(async () => (await newest()) === before + 1);
  const again = writer.failure('recordStances', said);
  await until(async () => (await waiting()).length === 1);
  await cutWaits();
  expect(await again).toMatchObject({ status: 503, code: 'WRITE_OUTCOME_UNKNOWN' });
  // The same for what the ledger says already, whoever says it.
  const repeated = writer.failure('recordStances', { stances: said.stances });
  await until(async () => (await waiting()).length === 1);
  await cutWaits();
  expect(await repeated).toMatchObject({ status: 503, code: 'WRITE_OUTCOME_UNKNOWN' });

  await waitFor('');
  expect(await writer.write('recordStances', said)).toMatchObject({ changed: true, revision: { number: before + 1 } });
  expect(await newest()).toBe(before + 1);
});

test('so it is with a change that makes no revision', async () => {
  const query = `mutation ($input: CreateStoredQueryInput!) { createStoredQuery(input: $input) { __typename } }`;
  const input = {
    name: 'awaited',
    description: 'A test.',
    document: '{ parties { totalCount } }',
    idempotencyKey: 'stored',
  };
  const ask = () =>
    writer.ask<{ createStoredQuery: unknown }>(query, { input }, { authorization: writer.authorization() });
  await waitFor('nobody');
  const first = ask();
  await until(async () => (await waiting()).length === 1);
  await cutWaits();
  expect((await first).errors?.[0]?.extensions?.code).toBe('WRITE_OUTCOME_UNKNOWN');
  const again = ask();
  await until(async () => (await waiting()).length === 1);
  await cutWaits();
  expect((await again).errors?.[0]?.extensions?.code).toBe('WRITE_OUTCOME_UNKNOWN');
  await waitFor('');
  expect((await ask()).errors).toBeUndefined();
  await until(async () => !(await isAnybodyWaiting(database)));
});
