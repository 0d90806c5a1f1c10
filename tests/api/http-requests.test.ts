import { expect, test } from 'vitest';
import { seeds, useRecords } from '../support/database.ts';
import { type Answer, useServer } from './running-server.ts';

const server = useServer(useRecords(seeds));

async function answerOf(init: RequestInit, search = '') {
  const response = await fetch(server.url() + search, init);
  const text = await response.text();
  return { status: response.status, text, headers: response.headers };
}

const post = (body: string, contentType = 'application/json', accept = 'application/graphql-response+json') =>
  answerOf({ method: 'POST', headers: { 'content-type': contentType, accept }, body });

const errorOf = (text: string) => (JSON.parse(text) as Answer).errors?.[0]; // an answer of GraphQL

test('a query can be asked with GET, and with variables', async () => {
  const query = encodeURIComponent('query ($key: String!) { party(key: $key) { name } }');
  const variables = encodeURIComponent('{"key":"CN"}');
  const { status, text } = await answerOf({}, `?query=${query}&variables=${variables}`);
  expect([status, JSON.parse(text)]).toEqual([200, { data: { party: { name: 'China' } } }]);
});

test('a body may begin with a byte order mark', async () => {
  const { status, text } = await post('\ufeff{"query":"{ party(key: \\"CN\\") { name } }"}');
  expect([status, JSON.parse(text)]).toEqual([200, { data: { party: { name: 'China' } } }]);
});

test('nothing can be changed with GET', async () => {
  const { status, headers } = await answerOf({}, `?query=${encodeURIComponent('mutation { __typename }')}`);
  expect([status, headers.get('allow')]).toEqual([405, 'POST']);
});

test.each(['DELETE', 'PUT', 'PATCH'])('%s is refused', async (method) => {
  const { status, headers } = await answerOf({ method });
  expect([status, headers.get('allow')]).toEqual([405, 'GET, POST']);
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/graphql', ''])(
  'a body of type "%s" is refused with an error that says so',
  async (contentType) => {
    const { status, text } = await post('{"query":"{ __typename }"}', contentType);
    expect(status).toBe(415);
    expect(errorOf(text)?.message).toMatch(/content-type/);
    expect(errorOf(text)?.message).toContain(contentType);
    expect(errorOf(text)?.extensions?.code).toBe('BAD_REQUEST');
  },
);

test('what a form of another site can send is refused', async () => {
  const body = new FormData();
  body.append('operations', '{"query":"{ __typename }"}');
  body.append('map', '{}');
  expect((await answerOf({ method: 'POST', body })).status).toBe(415);
});

test.each([
  ['that is not JSON', '{"query": nonsense', /JSON/],
  ['that is empty', '', /JSON/],
  ['that is null', 'null', /null/],
  ['without a query', '{}', /query/],
  ['with several queries', '[{"query":"{ __typename }"}]', /[Bb]atching/],
])('a body %s is refused with an error that says so', async (_what, body, message) => {
  const { status, text } = await post(body);
  expect(status).toBe(400);
  expect(errorOf(text)?.message).toMatch(message);
  expect(errorOf(text)?.extensions?.code).toBe('BAD_REQUEST');
  expect(text).not.toMatch(/\bat .*:\d+:\d+|stack/);
});

test.each([
  ['an unknown field', '{ foo }', 'GRAPHQL_VALIDATION_FAILED', /"foo"/],
  ['an unknown argument', '{ parties(colour: "red") { totalCount } }', 'GRAPHQL_VALIDATION_FAILED', /"colour"/],
  ['a value of the wrong type', '{ parties(first: "many") { totalCount } }', 'GRAPHQL_VALIDATION_FAILED', /many/],
  ['an unknown enum value', '{ parties(orderBy: SIZE) { totalCount } }', 'GRAPHQL_VALIDATION_FAILED', /SIZE/],
  ['a document that does not parse', '{ parties( }', 'GRAPHQL_PARSE_FAILED', /Syntax Error/],
])('%s is an error with a code and a place', async (_what, query, code, message) => {
  const { status, text } = await post(JSON.stringify({ query }));
  expect(status).toBe(400);
  expect(errorOf(text)?.extensions?.code).toBe(code);
  expect(errorOf(text)?.message).toMatch(message);
  expect(errorOf(text)?.locations).toEqual([{ line: 1, column: expect.any(Number) }]);
});

test('a missing variable is an error with a code', async () => {
  const { text } = await post(JSON.stringify({ query: 'query ($key: String!) { party(key: $key) { name } }' }));
  expect(errorOf(text)?.extensions?.code).toEqual(expect.any(String));
  expect(errorOf(text)?.message).toMatch(/\$key/);
});

test('an application on another host may ask, without cookies', async () => {
  const { headers } = await answerOf({
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'https://app.example' },
    body: '{"query":"{ __typename }"}',
  });
  expect(headers.get('access-control-allow-origin')).toMatch(/^(\*|https:\/\/app\.example)$/);
  expect(headers.get('access-control-allow-credentials')).toBeNull();
});
