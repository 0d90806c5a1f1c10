import { expect, test } from 'vitest';
import { useServer } from '../api/running-server.ts';
import { seeds, useRecords } from '../support/database.ts';

const rateLimit = 100_000;
const server = useServer(useRecords(seeds), { limits: { rateLimit } });

const parties = 'query Parties($search: String) { parties(first: 2, search: $search) { nodes { key name } } }';

/** What differs from one answer to the next, whichever way it takes. */
const ofTheAnswer = new Set(['concord-request-id', 'date', 'ratelimit']);

async function ask(request: object, headers: Record<string, string> = {}) {
  const response = await fetch(server.url(), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(request),
  });
  return {
    status: response.status,
    headers: Object.fromEntries([...response.headers].filter(([name]) => !ofTheAnswer.has(name))),
    left: Number(/r=(\d+)/.exec(response.headers.get('ratelimit') ?? '')?.[1]),
    body: await response.text(),
  };
}

const comparison = `query ($parties: [String!]!, $asOf: Date) {
  comparison(parties: $parties, scope: { asOf: $asOf }) {
    agreement { value }
    rows(orderBy: PROPOSITION) { nodes { proposition { key text } verdict since cells { party { key } position stance { heldFrom } } } }
  }
}`;

// The fourth time a query takes the short way. That must not show.
async function askOften(request: object, headers: Record<string, string> = {}) {
  const answers = [];
  for (let time = 0; time < 5; time++) answers.push(await ask(request, headers));
  return answers;
}

test.each([
  ['as any client', {}],
  ['by a page of another host', { origin: 'https://example.org' }],
  ['by a client that takes everything', { accept: '*/*' }],
  ['by a client that wants JSON', { accept: 'application/json' }],
  ['by a client that wants GraphQL', { accept: 'application/graphql-response+json' }],
])('a query asked again and again, %s, gets the same answer and headers', async (_who, headers) => {
  const [first, ...others] = await askOften({ query: parties, variables: { search: 'Russia' } }, headers);
  expect([first?.status, JSON.parse(first?.body ?? '')]).toMatchObject([200, { data: {} }]);
  for (const { left, ...answer } of others) expect({ ...answer, left: first?.left }).toEqual(first);
});

test('so does a comparison', async () => {
  const variables = { parties: ['CN', 'RU', 'US'], asOf: '2023-05-01' };
  const [first, ...others] = await askOften({ query: comparison, variables });
  expect(JSON.parse(first?.body ?? '').data.comparison.rows.nodes.length).toBeGreaterThan(10);
  for (const { left, ...answer } of others) expect({ ...answer, left: first?.left }).toEqual(first);
});

test('every time costs the same points', async () => {
  const query = '{ countries(first: 7) { nodes { key name } } }';
  const left = (await askOften({ query })).map((answer) => answer.left);
  const cost = Number((await ask({ query })).headers['concord-cost']);
  expect(left.slice(1)).toEqual(left.slice(0, -1).map((before) => before - cost));
});

test('questions that arrive together each get their own answer, and all are charged', async () => {
  const query = 'query ($key: String!) { party(key: $key) { key } }';
  await askOften({ query, variables: { key: 'CN' } });
  const keys = Array.from({ length: 60 }, (_, place) => ['CN', 'RU', 'US', 'XX'][place % 4]);
  const { left: before, headers } = await ask({ query, variables: { key: 'CN' } });
  const answers = await Promise.all(keys.map((key) => ask({ query, variables: { key } })));
  const expected = keys.map((key) => ({ data: { party: key === 'XX' ? null : { key } } }));
  expect(answers.map(({ body }) => JSON.parse(body))).toEqual(expected);
  const least = Math.min(...answers.map(({ left }) => left));
  expect(before - least).toBe(keys.length * Number(headers['concord-cost']));
});

test('so does one that ends in an error, though it takes both ways', async () => {
  const query = 'query ($first: Int) { issues(first: $first) { nodes { key } } }';
  await askOften({ query });
  const answers = await askOften({ query, variables: { first: 251 } });
  const left = answers.map((answer) => answer.left);
  const steps = left.slice(1).map((points, index) => (left[index] as number) - points);
  expect(new Set(steps).size).toBe(1);
  expect(answers.map(({ body }) => body)).toEqual(answers.map(() => answers[0]?.body));
  expect(answers[0]?.body).toContain('BAD_INPUT');
});

test('an error in a comparison is told as the first time', async () => {
  await askOften({ query: comparison, variables: { parties: ['CN', 'RU'] } });
  const known = await ask({ query: comparison, variables: { parties: ['CN', 'XX'] } });
  const unknown = await ask({ query: `${comparison} # unknown`, variables: { parties: ['CN', 'XX'] } });
  expect(known.body).toBe(unknown.body);
  expect(known.body).toContain('UNKNOWN_PARTY');
});

test.each([
  ['variables that are a list', { variables: [] }],
  ['variables of another type', { variables: { search: 7 } }],
  ['a text that no database holds', { variables: { search: 'a\0b' } }],
  ['the name of another operation', { operationName: 'Others' }],
  ['extensions that are no object', { extensions: 7 }],
  ['a field that GraphQL over HTTP does not know', { querry: 'x' }],
])('%s: a known query is answered as an unknown one is', async (_what, wrong) => {
  await askOften({ query: parties });
  const known = await ask({ query: parties, ...wrong });
  const unknown = await ask({ query: `${parties} # ${_what}`, ...wrong });
  expect([known.status, known.headers]).toEqual([unknown.status, unknown.headers]);
  expect(JSON.parse(known.body)).toEqual(JSON.parse(unknown.body));
});

test('the log names the operation and its cost however it was answered', async () => {
  await askOften({ query: parties.replace('Parties', 'Named') });
  const lines = server.requests.filter(({ operation }) => operation === 'Named');
  expect(lines).toHaveLength(5);
  expect(new Set(lines.map(({ cost, status, errors }) => JSON.stringify({ cost, status, errors }))).size).toBe(1);
});
