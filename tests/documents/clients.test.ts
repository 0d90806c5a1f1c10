import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { createPersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { Client, fetchExchange, gql as urqlGql } from '@urql/core';
import { persistedExchange } from '@urql/exchange-persisted';
import { beforeEach, describe, expect, test } from 'vitest';
import { hashOf } from '#server/documents/persisted-documents.ts';
import { useServer } from '../api/running-server.ts';
import { addCountry } from '../snapshot/commit.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase('seeded');
const server = useServer(database);

interface Sent {
  readonly method: string;
  readonly url: string;
  readonly hasText: boolean;
  readonly status: number;
}

/** What a client sent, by its own fetch; the tags that it got are sent back, as a browser does. */
let sent: Sent[] = [];
let tags = new Map<string, { etag: string; body: string }>();
beforeEach(() => {
  sent = [];
  tags = new Map();
});

const browserFetch: typeof fetch = async (input, init = {}) => {
  const url = String(input);
  const { method = 'GET', body } = init;
  const headers = new Headers(init.headers);
  const kept = method === 'GET' ? tags.get(url) : undefined;
  if (kept !== undefined) headers.set('if-none-match', kept.etag);
  const response = await fetch(url, { ...init, headers });
  sent.push({ method, url, hasText: `${url} ${body}`.includes('party'), status: response.status });
  const etag = response.headers.get('etag');
  if (response.status === 304) return new Response(kept?.body, { headers: { 'content-type': 'application/json' } });
  if (etag !== null) tags.set(url, { etag, body: await response.clone().text() });
  return response;
};

const steps = () => sent.map(({ method, hasText, status }) => `${method} ${hasText ? 'text' : 'hash'} ${status}`);
const china = { party: { name: 'China' } };

describe('Apollo Client with hashes by GET', () => {
  const apollo = () =>
    new ApolloClient({
      cache: new InMemoryCache(),
      link: createPersistedQueryLink({
        sha256: (text: string) => hashOf(text),
        useGETForHashedQueries: true,
      }).concat(new HttpLink({ uri: server.url(), fetch: browserFetch })),
      defaultOptions: { query: { fetchPolicy: 'no-cache' } },
    });
  const query = gql`query ByApollo($key: String!) { party(key: $key) { name } }`;
  const ask = async (client: ApolloClient) => (await client.query({ query, variables: { key: 'CN' } })).data;

  test('sends the text once, then the hash; asked again, the answer is unchanged until somebody writes', async () => {
    const client = apollo();
    expect(await ask(client)).toMatchObject(china);
    expect(steps()).toEqual(['GET hash 404', 'POST text 200']);
    sent = [];
    expect(await ask(client)).toMatchObject(china);
    expect(await ask(client)).toMatchObject(china);
    expect(steps()).toEqual(['GET hash 200', 'GET hash 304']);
    sent = [];
    await server.seen(await addCountry(database, 'XC'));
    expect(await ask(client)).toMatchObject(china);
    expect(steps()).toEqual(['GET hash 200']);
    expect(await ask(apollo())).toMatchObject(china); // another client knows that the hash is known
  });
});

describe('urql with hashes', () => {
  const urql = (preferGetForPersistedQueries: 'force' | false) =>
    new Client({
      url: server.url(),
      fetch: browserFetch,
      exchanges: [persistedExchange({ preferGetForPersistedQueries }), fetchExchange],
      preferGetMethod: false,
    });

  test.each([
    ['GET', 'force'],
    ['POST', false],
  ] as const)('by %s it sends the text once, then the hash', async (method, prefer) => {
    const query = urqlGql(`query ByUrql${method} { party(key: "CN") { name } }`);
    const client = urql(prefer);
    const ask = async () => (await client.query(query, {}, { requestPolicy: 'network-only' })).data;
    expect(await ask()).toEqual(china);
    sent = [];
    expect(await ask()).toEqual(china);
    expect(await ask()).toEqual(china);
    expect(steps()).toEqual(method === 'GET' ? ['GET hash 200', 'GET hash 304'] : ['POST hash 200', 'POST hash 200']);
  });
});
