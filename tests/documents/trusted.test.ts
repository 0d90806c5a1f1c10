import { getIntrospectionQuery } from 'graphql';
import { describe, expect, test } from 'vitest';
import { useServer } from '../api/running-server.ts';
import { seeds, useRecords } from '../support/database.ts';
import { ways } from './ask.ts';
import { idOf, manifestOf, useFolder } from './manifest.ts';

const trusted = 'query Trusted { party(key: "CN") { name } }';
const server = useServer(useRecords(seeds), {
  persistedDocuments: [useFolder({ 'app.json': manifestOf(trusted) })],
  trustedDocuments: true,
});

const persisted = (text: string) => ({
  persistedQuery: { version: 1, sha256Hash: idOf(text).slice('sha256:'.length) },
});
const refused = { status: 403, code: 'TRUSTED_DOCUMENTS_ONLY', message: expect.stringMatching(/documentId/) };

describe.each(ways)('by %s', (_way, ask) => {
  test('documents of a manifest are answered', async () => {
    const data = { party: { name: 'China' } };
    expect(await ask(server.url(), { documentId: idOf(trusted) })).toMatchObject({ status: 200, data });
    expect(await ask(server.url(), { extensions: persisted(trusted) })).toMatchObject({ status: 200, data });
    expect(await ask(server.url(), { extensions: persisted(trusted), query: trusted })).toMatchObject({ data });
  });

  test.each([
    ['free text', '{ dataset { revision } }'],
    ['the text of a trusted document without its hash', trusted],
    ['introspection', getIntrospectionQuery()],
    ['text that is no GraphQL', '{'],
  ])('%s is refused', async (_what, query) => {
    expect(await ask(server.url(), { query })).toMatchObject(refused);
  });

  test('nothing is registered', async () => {
    const query = '{ dataset { revision } }';
    expect(await ask(server.url(), { query, extensions: persisted(query) })).toMatchObject(refused);
    expect(await ask(server.url(), { extensions: persisted(query) })).toMatchObject({
      status: 404,
      code: 'PERSISTED_DOCUMENT_NOT_FOUND',
    });
  });
});

test('the playground is refused as what it would ask is', async () => {
  const response = await fetch(server.url(), { headers: { accept: 'text/html,*/*;q=0.8' } });
  expect([response.status, response.headers.get('content-type')]).toEqual([403, expect.stringContaining('json')]);
  expect(await response.text()).toContain('TRUSTED_DOCUMENTS_ONLY');
});
