import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { useServer } from '../api/running-server.ts';
import { useDatabase } from '../support/database.ts';
import { get, post, ways } from './ask.ts';
import { idOf, manifestOf, useFolder } from './manifest.ts';

const byKey = 'query PartyByKey($key: String!) { party(key: $key) { name } }';
const two = 'query China { party(key: "CN") { name } } query Russia { party(key: "RU") { name } }';
const nameless = '{ issue(key: "taiwan") { key } }';
const write = 'mutation Write { __typename }';
const folder = useFolder({
  'one.json': manifestOf(byKey, two),
  'two.json': JSON.stringify({ [idOf(nameless).slice('sha256:'.length)]: nameless, [idOf(write)]: write }),
  'notes.txt': 'not a manifest',
});
const server = useServer(useDatabase('seeded'), { persistedDocuments: [folder, join(folder, 'empty')] });

describe.each(ways)('by %s', (_way, ask) => {
  test('a document of a manifest is asked by its hash, with variables', async () => {
    const { status, data } = await ask(server.url(), { documentId: idOf(byKey), variables: { key: 'CN' } });
    expect([status, data]).toEqual([200, { party: { name: 'China' } }]);
  });

  test('the case of the hash makes no difference', async () => {
    const hash = idOf(byKey).slice('sha256:'.length).toUpperCase();
    const { data } = await ask(server.url(), { documentId: `sha256:${hash}`, variables: { key: 'CN' } });
    expect(data).toEqual({ party: { name: 'China' } });
  });

  test('so is one whose manifest has no prefixes', async () => {
    const { data } = await ask(server.url(), { documentId: idOf(nameless) });
    expect(data).toEqual({ issue: { key: 'taiwan' } });
  });

  test('operationName chooses among the operations of a document', async () => {
    const { data } = await ask(server.url(), { documentId: idOf(two), operationName: 'Russia' });
    expect(data).toEqual({ party: { name: 'Russia' } });
  });

  test('extensions.persistedQuery names a document of a manifest too', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: idOf(byKey).slice('sha256:'.length) } };
    const { data } = await ask(server.url(), { extensions, variables: { key: 'RU' } });
    expect(data).toEqual({ party: { name: 'Russia' } });
  });

  test.each(['application/json', 'application/graphql-response+json'])(
    'an id that nobody knows is not found, in %s',
    async (accept) => {
      const { status, code, message } = await ask(server.url(), { documentId: idOf('{ unheardOf }') }, accept);
      expect([status, code]).toEqual([404, 'PERSISTED_DOCUMENT_NOT_FOUND']);
      expect(message).toMatch(/^documentId: /);
    },
  );

  test.each(['', 'party-by-key', 'md5:0cc175b9c0f1b6a831c399e269772661', idOf(byKey).toUpperCase()])(
    'nor is "%s"',
    async (documentId) => {
      const { status, code } = await ask(server.url(), { documentId });
      expect([status, code]).toEqual([404, 'PERSISTED_DOCUMENT_NOT_FOUND']);
    },
  );

  test('the text may be sent along, but no other', async () => {
    const documentId = idOf(byKey);
    const variables = { key: 'CN' };
    expect(await ask(server.url(), { documentId, variables, query: byKey })).toMatchObject({ status: 200 });
    expect(await ask(server.url(), { documentId, variables, query: nameless })).toMatchObject({
      status: 400,
      code: 'PERSISTED_QUERY_MISMATCH',
    });
  });

  test('a document that lacks a variable is refused as any other', async () => {
    const { code, message } = await ask(server.url(), { documentId: idOf(byKey) });
    expect(code).toBe('BAD_INPUT');
    expect(message).toMatch(/\$key/);
  });

  test.each([
    ['of another version', { version: 2, sha256Hash: idOf(byKey).slice(7) }, 'expected 1'],
    ['without a hash', { version: 1 }, 'sha256Hash: expected a SHA-256'],
    ['that is no object', 7, 'expected 1'],
  ])('extensions.persistedQuery %s is refused', async (_what, persistedQuery, expected) => {
    const { status, code, message } = await ask(server.url(), { extensions: { persistedQuery } });
    expect([status, code]).toEqual([400, 'BAD_REQUEST']);
    expect(message).toMatch(/^extensions\.persistedQuery/);
    expect(message).toContain(expected);
  });

  test('two names at once are refused', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: idOf(byKey).slice(7) } };
    const { status, code } = await ask(server.url(), { documentId: idOf(byKey), extensions });
    expect([status, code]).toEqual([400, 'BAD_REQUEST']);
  });
});

test('a mutation is not asked by GET', async () => {
  const { status, headers } = await get(server.url(), { documentId: idOf(write) });
  expect([status, headers.get('allow')]).toEqual([405, 'POST']);
  expect(await post(server.url(), { documentId: idOf(write) })).toMatchObject({ data: { __typename: 'Mutation' } });
});

test('a documentId that is no text is refused', async () => {
  expect(await post(server.url(), { documentId: 7 })).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
});

test('a browser that opens the address of a document gets its answer, not the playground', async () => {
  const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
  const { data } = await get(server.url(), { documentId: idOf(nameless) }, accept);
  expect(data).toEqual({ issue: { key: 'taiwan' } });
});

test('refusals are in the log with their codes', async () => {
  await get(server.url(), { documentId: idOf('{ unheardOf }') });
  expect(server.requests.at(-1)).toMatchObject({ status: 404, errors: ['PERSISTED_DOCUMENT_NOT_FOUND'] });
});
