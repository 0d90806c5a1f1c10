import { expect, test } from 'vitest';
import { useServer } from '../api/running-server.ts';
import { seeds, useRecords } from '../support/database.ts';

const server = useServer(useRecords(seeds));

const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(server.url(), { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

test('a request is one line with its id, operation, duration, status, cost and errors', async () => {
  const response = await post(
    JSON.stringify({ query: 'query Pair { comparison(parties: ["CN", "RU"]) { revision } }' }),
  );
  await response.text();
  const id = response.headers.get('concord-request-id');
  const line = server.requests.find((request) => request.id === id);
  expect(line).toMatchObject({ msg: 'request', operation: 'Pair', status: 200, errors: [] });
  expect(line?.ms).toBeGreaterThan(0);
});

test.each([
  ['an error of the client', '{ comparison(parties: ["CN", "ZZ"]) { revision } }', ['UNKNOWN_PARTY']],
  ['a document that does not parse', '{ nonsense(', ['GRAPHQL_PARSE_FAILED']],
])('%s is told by its code alone', async (_what, query, errors) => {
  await (await post(JSON.stringify({ query }))).text();
  expect(server.requests.at(-1)).toMatchObject({ errors });
});

test('what somebody asked, and with which key, is in no line', async () => {
  const query = 'query ($party: String!) { party(key: $party) { name } }';
  await (await post(JSON.stringify({ query, variables: { party: 'a-private-matter' } }))).text();
  await (await post('{ not json, a-private-matter', { authorization: 'Bearer secret-token' })).text();
  await (await post(JSON.stringify({ query }), { authorization: 'Bearer secret-token' })).text();
  const log = JSON.stringify([server.requests, server.logged]);
  expect(log).not.toMatch(/a-private-matter|secret-token/);
});
