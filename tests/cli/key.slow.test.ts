import { describe, expect, test } from 'vitest';
import { createKey } from '#ledger/keys/keys.ts';
import { useServer } from '../api/running-server.ts';
import { say } from '../ingest/say.ts';
import { useDatabase } from '../support/database.ts';
import { runConcord } from './run-concord.ts';

const database = useDatabase('migrated');
const secret = 'a secret of at least thirty-two characters';
const server = useServer(database, { keySecret: secret });
const concord = (...args: string[]) =>
  runConcord(['key', ...args], { DATABASE_URL: database.url, CONCORD_KEY_SECRET: secret });

const addIssue = async (key: string, authorization: string) => {
  const query = `mutation { addIssue(input: { key: "${key}", name: "X", message: "x" }) { __typename } }`;
  const { data, errors } = await server.ask<{ addIssue: { __typename: string } }>(query, {}, { authorization });
  return errors?.[0]?.extensions?.code ?? data?.addIssue.__typename;
};

test('a key is shown once, opens what its scopes say, and opens nothing once it is revoked', async () => {
  const created = await concord(
    'create',
    '--name',
    'ana',
    '--scope',
    'catalogue:write',
    '--scope',
    'stances:write',
    '--expires',
    '2999-01-01',
  );
  expect(created.code).toBe(0);
  const [key] = /^concord_[0-9a-f]{16}_[\w-]{43}$/m.exec(created.stdout) ?? [''];
  expect(await addIssue('a', `Bearer ${key}`)).toBe('IssueRevised');

  const { stdout } = await concord('list');
  expect(stdout).toMatch(
    /^ana {2}concord_[0-9a-f]{16}_… {2}catalogue:write stances:write {2}created \S+, last used \S+, expires 2999-01-01$/m,
  );
  expect(stdout).not.toContain(key.slice(25));

  expect((await concord('revoke', 'ana')).code).toBe(0);
  expect(await addIssue('b', `Bearer ${key}`)).toBe('UNAUTHENTICATED');
  expect((await concord('list', '--json')).stdout).toContain('"revokedAt":"');
});

test('a name can be given again once its key is revoked, and then writes under the same source', async () => {
  const made = async () =>
    JSON.parse((await concord('create', '--name', 'desk', '--scope', 'catalogue:write', '--json')).stdout);
  const first = await made();
  expect(await addIssue('c', `Bearer ${first.key}`)).toBe('IssueRevised');
  expect((await concord('create', '--name', 'desk', '--scope', 'stances:write')).stderr).toMatch(
    /A key "desk" already exists/,
  );
  await concord('revoke', 'desk');
  const second = await made();
  expect(second.key).not.toBe(first.key);
  expect(await addIssue('d', `Bearer ${second.key}`)).toBe('IssueRevised');
});

test.each([
  ['with a name that cannot be a source', 'Ana B', null, 'BAD_KEY_NAME'],
  ['named as the seed files', 'seeds', null, 'KEY_NAME_TAKEN'],
  ['named as what somebody imported', 'importer', null, 'KEY_NAME_TAKEN'],
  ['that would have expired', 'x', new Date('2020-01-01'), 'BAD_EXPIRY'],
])('a key %s is refused', async (_what, name, expiresAt, code) => {
  await say(database, 'issues: [{ key: z, name: Z }]', { source: 'importer' });
  const made = createKey(database.pool, { name, scopes: ['stances:write'], expiresAt }, secret);
  await expect(made).rejects.toMatchObject({ code });
});

test.each([
  ['without a scope', ['create', '--name', 'x'], 2, /--scope/],
  [
    'with a day that is none',
    ['create', '--name', 'x', '--scope', 'stances:write', '--expires', '2027-02-30'],
    2,
    /2027-01-01/,
  ],
  ['to revoke that is not there', ['revoke', 'dsek'], 1, /Close matches: desk/],
])('a key %s is refused in a sentence', async (_what, args, code, message) => {
  const run = await concord(...args);
  expect([run.code, run.stderr]).toEqual([code, expect.stringMatching(message)]);
});

test('with a database of one’s own, keys need the secret that all servers share', async () => {
  const run = await runConcord(['key', 'create', '--name', 'y', '--scope', 'stances:write'], {
    DATABASE_URL: database.url,
  });
  expect([run.code, run.stderr]).toEqual([1, expect.stringContaining('CONCORD_KEY_SECRET')]);
});

describe('a server without that secret', () => {
  const without = useServer(database);

  test('says so to whoever comes with a key', async () => {
    const { errors } = await without.ask('{ __typename }', {}, { authorization: 'Bearer x' });
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('CONCORD_KEY_SECRET'),
      extensions: { code: 'UNAUTHENTICATED', reason: 'NO_KEYS_HERE' },
    });
  });
});
