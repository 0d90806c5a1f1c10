import { expect, test } from 'vitest';
import { useServer } from '../api/running-server.ts';
import { seeds, useRecords } from '../support/database.ts';

const server = useServer(useRecords(seeds));

const asking: readonly (readonly [place: string, query: string])[] = [
  ['party(key)', 'query ($a: String!) { party(key: $a) { name } }'],
  ['stance(key)', 'query ($a: String!) { stance(key: $a) { value } }'],
  ['document(key)', 'query ($a: String!) { document(key: $a) { title } }'],
  ['node(id)', 'query ($a: ID!) { node(id: $a) { id } }'],
  ['nodes(ids)', 'query ($a: ID!) { nodes(ids: [$a]) { id } }'],
  ['parties(search, after)', 'query ($a: String!) { parties(search: $a, after: $a) { totalCount } }'],
  ['revisions(source)', 'query ($a: String!) { revisions(source: $a) { totalCount } }'],
  ['comparison(scope)', 'query ($a: String!) { comparison(parties: ["CN"], scope: { issues: [$a] }) { revision } }'],
  ['roll calls', 'query ($a: String!) { propositions(rollCalls: { bodies: [$a] }) { totalCount } }'],
  ['stances(document)', 'query ($a: String!) { stances(filter: { document: $a }) { totalCount } }'],
];

test.each(asking)('%s refuses text that the database cannot hold', async (_place, query) => {
  expect(await server.errorOf(query, { a: 'a\0b' })).toMatchObject({
    code: 'BAD_INPUT',
    message: '$a: found the character NUL (U+0000), expected text without NUL.',
  });
  expect(await server.errorOf(query, { a: '\ud800' })).toMatchObject({ code: 'BAD_INPUT', message: /surrogate/ });
  expect(await server.errorOf(query, { a: 'x'.repeat(10_001) })).toMatchObject({
    code: 'BAD_INPUT',
    message: '$a: found 10001 characters, expected at most 10000.',
  });
});

test('so does an argument in the document itself', async () => {
  expect(await server.errorOf('{ document(key: "a\\u0000") { title } }')).toMatchObject({
    code: 'BAD_INPUT',
    message: 'key: found the character NUL (U+0000), expected text without NUL.',
  });
  expect(await server.errorOf('query ($a: String! = "\\u0000") { document(key: $a) { title } }')).toMatchObject({
    code: 'BAD_INPUT',
    message: /^\$a: found the character NUL/,
  });
});

test('the place within a variable is told', async () => {
  const query = 'query ($s: ScopeInput, $p: [String!]!) { comparison(parties: $p, scope: $s) { revision } }';
  expect((await server.errorOf(query, { p: ['CN', 'R\0'] })).message).toMatch(/^\$p\[1\]: /);
  expect((await server.errorOf(query, { p: ['CN'], s: { rollCalls: { bodies: ['x', '\0'] } } })).message).toMatch(
    /^\$s\.rollCalls\.bodies\[1\]: /,
  );
});

const many = (count: number) => Array.from({ length: count }, (_, index) => `k${index}`);

test.each([
  ['ids', 'query ($l: [ID!]!) { nodes(ids: $l) { id } }', 251, 'ids: found 251, expected at most 250.'],
  [
    'parties',
    'query ($l: [String!]!) { comparison(parties: $l) { revision } }',
    251,
    'parties: found 251, expected 1 to 250.',
  ],
  [
    'propositions',
    'query ($l: [String!]!) { comparison(parties: ["CN"], scope: { propositions: $l }) { revision } }',
    1_001,
    '$l: found 1001 values, expected at most 1000.',
  ],
])('a list of too many %s is refused', async (_what, query, count, message) => {
  expect(await server.errorOf(query, { l: many(count) })).toMatchObject({ code: 'BAD_INPUT', message });
});

test('values nested deeply are refused', async () => {
  const { code, message } = await server.errorOf('query ($a: String) { parties(search: $a) { totalCount } }', {
    a: JSON.parse('['.repeat(500) + ']'.repeat(500)),
  });
  expect([code, message]).toEqual(['BAD_INPUT', expect.stringMatching(/nested more than 20 levels deep/)]);
});

const idOf = (text: string) => Buffer.from(text).toString('base64url');

test.each([
  'Party:1e0',
  'Party:0x1',
  'Party: 1',
  'Party:-1',
  'Party:1.0',
  'Party:01',
  'Party:99999999999',
  'Party:',
  'Query:1',
  ':1',
  'x',
])('the id of "%s" is refused', async (text) => {
  const { code, message } = await server.errorOf('query ($id: ID!) { node(id: $id) { id } }', { id: idOf(text) });
  expect([code, message]).toEqual(['BAD_ID', expect.stringMatching(/^id: found .* expected /)]);
});

test.each(['2022-02-30', '2022-2-4', '10000-01-01', '0000-01-01', '', 'today', 20220204, true])(
  'the day %j is refused',
  async (day) => {
    const { code, message } = await server.errorOf('query ($d: Date) { documents(dateFrom: $d) { totalCount } }', {
      d: day,
    });
    expect([code, message]).toEqual(['BAD_INPUT', expect.stringMatching(/expected a valid date/)]);
  },
);

test.each([2 ** 31, -(2 ** 31) - 1, 0.5, '1'])('the number %j is refused', async (number) => {
  const { code } = await server.errorOf('query ($n: Int!) { revision(number: $n) { time } }', { n: number });
  expect(code).toBe('BAD_INPUT');
});

test('a wrong key is repeated in part only', async () => {
  const { code, message } = await server.errorOf('query ($k: [String!]!) { agreement(parties: $k) { value } }', {
    k: ['x'.repeat(9_000)],
  });
  expect([code, message]).toEqual(['UNKNOWN_PARTY', `There is no party with the key or name "${'x'.repeat(80)}".`]);
});

test('a wrong key in many places of an answer is guessed at in each', async () => {
  const { errors } = await server.ask(
    '{ parties(first: 50) { nodes { stances(filter: { propositions: ["tw-inalienabel"] }) { totalCount } } } }',
  );
  expect(errors?.[0]?.extensions).toEqual({ code: 'UNKNOWN_PROPOSITION', closeMatches: ['tw-inalienable'] });
});

test.each(['APPLICATION/JSON', 'Application/Json; Charset=UTF-8'])(
  'a body of the type %s is taken: the case of a media type means nothing',
  async (type) => {
    const response = await fetch(server.url(), {
      method: 'POST',
      headers: { 'content-type': type },
      body: '{"query":"{ __typename }"}',
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
  },
);

test('a packed body is refused with an error that says so', async () => {
  const response = await fetch(server.url(), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    body: '{"query":"{ __typename }"}',
  });
  expect(response.status).toBe(415);
  expect(await response.json()).toEqual({
    errors: [{ message: 'content-encoding: found "gzip", expected none.', extensions: { code: 'BAD_REQUEST' } }],
  });
});

test.each(['variables', 'extensions'])('%s of a GET that are not JSON are refused', async (name) => {
  const response = await fetch(`${server.url()}?query={__typename}&${name}={"x`);
  const { errors } = await response.json();
  expect([response.status, errors]).toEqual([
    400,
    [{ message: `${name}: found "{\\"x", expected a JSON object.`, extensions: { code: 'BAD_REQUEST' } }],
  ]);
});

test('nothing of that reached the database or the log', () => {
  expect(server.logged).toEqual([]);
});
