import { describe, expect, test } from 'vitest';
import { useServer } from '../api/running-server.ts';
import { seeds, useRecords } from '../support/database.ts';
import { get, post, ways } from './ask.ts';
import { idOf } from './manifest.ts';

const server = useServer(useRecords(seeds));

const persisted = (text: string) => ({
  persistedQuery: { version: 1, sha256Hash: idOf(text).slice('sha256:'.length) },
});

describe.each(ways)('by %s', (way, ask) => {
  const text = `query By${way} { party(key: "CN") { name } }`;
  const extensions = persisted(text);

  test('an unknown hash asks for the text, which registers it', async () => {
    expect(await ask(server.url(), { extensions })).toMatchObject({
      status: 200,
      code: 'PERSISTED_QUERY_NOT_FOUND',
      message: 'PersistedQueryNotFound',
    });
    const named = { party: { name: 'China' } };
    expect(await ask(server.url(), { extensions, query: text })).toMatchObject({ status: 200, data: named });
    expect(await ask(server.url(), { extensions })).toMatchObject({ status: 200, data: named });
    expect(await ask(server.url(), { documentId: idOf(text) })).toMatchObject({ status: 200, data: named });
  });

  test('a client of the newer media type gets the status that belongs to it', async () => {
    const unheardOf = persisted(`{ unheardOf${way} }`);
    expect(await ask(server.url(), { extensions: unheardOf }, 'application/graphql-response+json')).toMatchObject({
      status: 404,
      code: 'PERSISTED_QUERY_NOT_FOUND',
    });
  });

  test('a hash of another text is refused and registers nothing', async () => {
    const other = persisted('{ dataset { revision } }');
    const wrong = await ask(server.url(), { extensions: other, query: '{ __typename }' });
    expect(wrong).toMatchObject({ status: 400, code: 'PERSISTED_QUERY_MISMATCH' });
    expect(await ask(server.url(), { extensions: other })).toMatchObject({ code: 'PERSISTED_QUERY_NOT_FOUND' });
  });

  test('what does not fit the schema is not registered', async () => {
    const query = `{ nothingOfTheKind${way} }`;
    const invalid = persisted(query);
    expect(await ask(server.url(), { extensions: invalid, query })).toMatchObject({
      code: 'GRAPHQL_VALIDATION_FAILED',
    });
    expect(await ask(server.url(), { extensions: invalid })).toMatchObject({ code: 'PERSISTED_QUERY_NOT_FOUND' });
  });
});

test('a mutation is registered and asked by POST alone', async () => {
  const query = 'mutation Registered { __typename }';
  const extensions = persisted(query);
  expect(await get(server.url(), { extensions, query })).toMatchObject({ status: 405 });
  expect(await post(server.url(), { extensions, query })).toMatchObject({ data: { __typename: 'Mutation' } });
  expect(await post(server.url(), { extensions })).toMatchObject({ data: { __typename: 'Mutation' } });
  expect(await get(server.url(), { extensions })).toMatchObject({ status: 405 });
});

test('of more documents than there is room for, the one asked least lately is forgotten', async () => {
  const text = (number: number) => `query N${number} { __typename }`;
  for (let first = 0; first < 1_010; first += 101) {
    const some = Array.from({ length: 101 }, (_, index) => text(first + index));
    await Promise.all(some.map((query) => post(server.url(), { query, extensions: persisted(query) })));
  }
  expect(await get(server.url(), { documentId: idOf(text(0)) })).toMatchObject({ status: 404 });
  expect(await get(server.url(), { documentId: idOf(text(1_009)) })).toMatchObject({ status: 200 });
});
