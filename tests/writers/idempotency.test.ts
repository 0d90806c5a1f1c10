import { beforeAll, expect, test } from 'vitest';
import { createKey } from '#ledger/keys/keys.ts';
import { say } from '../ingest/say.ts';
import { world } from '../ingest/world.ts';
import { useDatabase } from '../support/database.ts';
import { keySecret, stance, useWriter } from './writer.ts';

const database = useDatabase('migrated');
const writer = useWriter(database);
const other = useWriter(database, 'other'); // on another server
beforeAll(() => say(database, world));

const keys = '... on StancesRevised { stances { key position } }';

async function newest(): Promise<number> {
  const { rows } = await database.pool.query<{ last: number }>('SELECT last FROM revision_counter');
  return rows[0]?.last ?? 0;
}

test('a write that is sent again is answered the same and done once, whatever was done since and on whichever server', async () => {
  const input = { stances: [stance({ heldFrom: '2010-01-01' })], idempotencyKey: 'first' };
  const answer = await writer.write('recordStances', input, keys);
  await writer.write('correctStance', { stance: 'tr--tw-part--2010-01-01', position: 'OPPOSE' });
  const before = await newest();
  expect(await writer.write('recordStances', input, keys)).toEqual(answer);
  const elsewhere = await other.ask(
    `mutation ($input: RecordStancesInput!) { result: recordStances(input: $input) { ... on Revised { revision { number } } } }`,
    { input: { message: 'a test', ...input } },
    { authorization: writer.authorization() },
  );
  expect(elsewhere.data).toEqual({ result: { revision: { number: answer.revision?.number } } });
  expect(await newest()).toBe(before);
});

test.each([
  ['another input', 'recordStances', { stances: [stance({ heldFrom: '2011-02-02' })] }],
  ['another message', 'recordStances', { stances: [stance({ heldFrom: '2011-01-01' })], message: 'another' }],
  ['another mutation', 'retractStance', { stances: ['tr--tw-part--2011-01-01'] }],
])('its key with %s is a conflict', async (_what, mutation, input) => {
  const first = { stances: [stance({ heldFrom: '2011-01-01' })], idempotencyKey: 'second' };
  await writer.write('recordStances', first);
  const before = await newest();
  const answer = await writer.write(mutation, { ...input, idempotencyKey: 'second' });
  expect(answer).toMatchObject({ __typename: 'Conflict', code: 'IDEMPOTENCY_KEY_REUSED', changes: [] });
  expect(await newest()).toBe(before);
});

test('another API key may use the same idempotency key', async () => {
  const input = { stances: [stance({ heldFrom: '2012-01-01' })], idempotencyKey: 'shared' };
  await writer.write('recordStances', input);
  const { changed } = await other.write('recordStances', { ...input, stances: [stance({ heldFrom: '2012-02-02' })] });
  expect(changed).toBe(true);
});

test('equal writes at once, on two servers, are one revision', async () => {
  const before = await newest();
  const input = { message: 'a test', stances: [stance({ heldFrom: '2013-01-01' })], idempotencyKey: 'race' };
  const query = `mutation ($input: RecordStancesInput!) { result: recordStances(input: $input)
    { ... on Revised { revision { number } changed } } }`;
  const authorization = writer.authorization();
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, place) =>
      (place % 2 === 0 ? writer : other).ask<{ result: unknown }>(query, { input }, { authorization }),
    ),
  );
  const once = { result: { revision: { number: before + 1 }, changed: true } };
  expect(answers.map(({ data }) => data)).toEqual(answers.map(() => once));
  expect(await newest()).toBe(before + 1);
});

test('a write that changed nothing is answered so again, even when it would change something now', async () => {
  const said = stance({ heldFrom: '2014-01-01' });
  await writer.write('recordStances', { stances: [said] });
  const input = { stances: [said], idempotencyKey: 'nothing' };
  const answer = await writer.write('recordStances', input, keys);
  expect(answer.changed).toBe(false);
  await writer.write('retractStance', { stances: ['tr--tw-part--2014-01-01'] });
  expect(await writer.write('recordStances', input, keys)).toEqual(answer);
});

test('a write that was refused is tried anew', async () => {
  const input = { stances: [stance({ heldFrom: '2016-01-01', proposition: 'later' })], idempotencyKey: 'refused' };
  expect((await writer.write('recordStances', input)).__typename).toBe('InvalidInput');
  await writer.write('addProposition', { key: 'later', text: 'Later.', issues: ['taiwan'] });
  expect((await writer.write('recordStances', input)).changed).toBe(true);
});

test('answers of the last seven days are kept, older ones dropped', async () => {
  await writer.write('recordStances', { stances: [stance({ heldFrom: '2017-01-01' })], idempotencyKey: 'old' });
  await writer.write('recordStances', { stances: [stance({ heldFrom: '2017-01-02' })], idempotencyKey: 'younger' });
  await database.pool.query(
    `UPDATE idempotency_key SET created_at = now() - CASE key WHEN 'old' THEN interval '7 days 1 minute' ELSE interval '6 days 23 hours' END
     WHERE key IN ('old', 'younger')`,
  );
  await writer.write('recordStances', { stances: [stance({ heldFrom: '2017-01-03' })], idempotencyKey: 'new' });
  const { rows } = await database.pool.query("SELECT key FROM idempotency_key WHERE key IN ('old', 'younger', 'new')");
  expect(rows.map(({ key }) => key).sort()).toEqual(['new', 'younger']);
});

test('what is kept of an API key is enough to know it and too little to use it', async () => {
  const key = await createKey(database.pool, { name: 'kept', scopes: [], expiresAt: null }, keySecret);
  const { rows } = await database.pool.query("SELECT api_key::text AS stored FROM api_key WHERE name = 'kept'");
  const [, handle, secret] = key.split(/_(?=[0-9a-f]{16}_)|(?<=_[0-9a-f]{16})_/);
  expect(rows[0].stored).toContain(handle);
  expect(rows[0].stored).not.toContain(secret);
  expect(rows[0].stored).not.toContain(Buffer.from(key).toString('hex'));
});
