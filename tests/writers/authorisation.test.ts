import { getIntrospectionQuery, type IntrospectionInputTypeRef, type IntrospectionQuery } from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { type KeyScope, scopes } from '#ledger/keys/authenticate.ts';
import { createKey, revokeKey } from '#ledger/keys/keys.ts';
import { useServer } from '../api/running-server.ts';
import { everything } from '../ingest/standing.ts';
import { useDatabase } from '../support/database.ts';
import { allScopes, keySecret } from './writer.ts';

const database = useDatabase('migrated');
const server = useServer(database, { keySecret });

const keys: Record<string, string> = {};
const make = (name: string, these: readonly KeyScope[], secret = keySecret) =>
  createKey(database.pool, { name, scopes: these, expiresAt: new Date(Date.now() + 3_600_000) }, secret);

let schema: IntrospectionQuery['__schema'];
beforeAll(async () => {
  for (const scope of scopes) keys[scope] = await make(scope.replace(':', '-'), [scope]);
  keys.all = await make('all', allScopes);
  keys.none = await make('none', []);
  keys.expired = await make('expired', allScopes);
  keys.revoked = await make('revoked', allScopes);
  keys.foreign = await make('foreign', allScopes, 'the secret of quite another installation');
  await database.pool.query("UPDATE api_key SET expires_at = now() WHERE name = 'expired'");
  await revokeKey(database.pool, 'revoked');
  ({ __schema: schema } = await server.dataOf<IntrospectionQuery>(getIntrospectionQuery()));
});

/** The smallest input that GraphQL itself takes for a type. */
function smallest(type: IntrospectionInputTypeRef): unknown {
  if (type.kind === 'NON_NULL') return smallest(type.ofType);
  if (type.kind === 'LIST') return [smallest(type.ofType)];
  const named = schema.types.find(({ name }) => name === type.name);
  if (named?.kind === 'ENUM') return named.enumValues[0]?.name;
  if (named?.kind === 'INPUT_OBJECT') {
    const required = named.inputFields.filter((field) => field.type.kind === 'NON_NULL' && !field.defaultValue);
    return Object.fromEntries(required.map((field) => [field.name, smallest(field.type)]));
  }
  const scalars: Record<string, unknown> = { Date: '2020-01-01', URL: 'https://example.org', Int: 1, Boolean: true };
  return scalars[type.name] ?? 'x';
}

interface Mutation {
  readonly name: string;
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

function mutations(): Mutation[] {
  const type = schema.types.find(({ name }) => name === 'Mutation');
  if (type?.kind !== 'OBJECT') throw new Error('there are no mutations');
  return type.fields.map(({ name, args }) => {
    const declared = args.map((arg) => `$${arg.name}: ${written(arg.type)}`).join(', ');
    const given = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
    const query = `mutation (${declared}) { ${name}(${given}) { __typename } }`;
    return { name, query, variables: Object.fromEntries(args.map((arg) => [arg.name, smallest(arg.type)])) };
  });
}

/** A type as a document names it. */
function written(type: IntrospectionInputTypeRef): string {
  if (type.kind === 'NON_NULL') return `${written(type.ofType)}!`;
  return type.kind === 'LIST' ? `[${written(type.ofType)}]` : type.name;
}

/** What each mutation answers to a key: the code of its error, or its type. */
async function answers(authorization?: string): Promise<Record<string, unknown>> {
  const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
  const found: Record<string, unknown> = {};
  for (const { name, query, variables } of mutations()) {
    const { data, errors } = await server.ask<Record<string, { __typename: string }>>(query, variables, headers);
    found[name] = errors?.[0]?.extensions?.code ?? data?.[name]?.__typename;
  }
  return found;
}

const each = (answer: string) => Object.fromEntries(mutations().map(({ name }) => [name, answer]));

/** All that is stored, keys and their use too. */
async function stored() {
  const { rows } = await database.pool.query('SELECT * FROM api_key ORDER BY id');
  const { rows: kept } = await database.pool.query('SELECT * FROM idempotency_key');
  return { ...(await everything(database)), rows, kept };
}

test('there are mutations', () => {
  expect(mutations().map(({ name }) => name)).toContain('recordStances');
  expect(mutations().length).toBeGreaterThanOrEqual(15);
});

test.each([
  ['without a key', () => undefined],
  ['with a header that is no bearer', () => `Basic ${keys.all}`],
  ['with an empty bearer', () => 'Bearer '],
  ['with a text that is no key', () => 'Bearer secret'],
  [
    'with a key that differs in its last letter',
    () => `Bearer ${keys.all?.slice(0, -1)}${keys.all?.endsWith('A') ? 'B' : 'A'}`,
  ],
  [
    'with the secret of one key and the handle of another',
    () => `Bearer ${keys.all?.slice(0, 25)}${keys.none?.slice(25)}`,
  ],
  ['with a key of another installation', () => `Bearer ${keys.foreign}`],
  ['with an expired key', () => `Bearer ${keys.expired}`],
  ['with a revoked key', () => `Bearer ${keys.revoked}`],
])('%s every mutation is refused before anything is done', async (_how, authorization) => {
  const before = await stored();
  expect(await answers(authorization())).toEqual(each('UNAUTHENTICATED'));
  expect(await stored()).toEqual(before);
});

test('with a key without scopes every mutation is refused before anything is done', async () => {
  const before = await stored();
  expect(await answers(`Bearer ${keys.none}`)).toEqual(each('FORBIDDEN'));
  expect(await stored()).toEqual(before);
});

test('each mutation is open to one scope alone, which its description names', async () => {
  const byScope = await Promise.all(
    scopes.map(async (scope) => [scope, await answers(`Bearer ${keys[scope]}`)] as const),
  );
  const type = schema.types.find(({ name }) => name === 'Mutation');
  for (const field of type?.kind === 'OBJECT' ? type.fields : []) {
    const open = byScope.filter(([, found]) => found[field.name] !== 'FORBIDDEN').map(([scope]) => scope);
    expect(open).toHaveLength(1);
    expect(field.description).toContain(`Requires the scope \`${open[0]}\`.`);
  }
});

test('the refusal says what is missing', async () => {
  const [first] = mutations();
  const { errors } = await server.ask(first?.query ?? '', first?.variables, { authorization: `Bearer ${keys.none}` });
  expect(errors?.[0]).toMatchObject({
    message: expect.stringMatching(/The scope \w+:write is required; the key none has none/),
    extensions: { code: 'FORBIDDEN', scope: expect.any(String) },
  });
});

test.each([
  ['WRONG_KEY', () => 'Bearer secret'],
  ['EXPIRED_KEY', () => `Bearer ${keys.expired}`],
  ['REVOKED_KEY', () => `Bearer ${keys.revoked}`],
])(
  'a query with a key that is of no use is an error too, not an anonymous answer (%s)',
  async (reason, authorization) => {
    const response = await fetch(server.url(), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: authorization() },
      body: JSON.stringify({ query: '{ dataset { revision } }' }),
    });
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    const { data, errors } = await response.json();
    expect(data ?? null).toBeNull();
    expect(errors[0].extensions).toEqual({ code: 'UNAUTHENTICATED', reason });
  },
);

test('a cookie opens nothing', async () => {
  const [first] = mutations();
  const cookie = `authorization=Bearer ${keys.all}`;
  const { errors } = await server.ask(first?.query ?? '', first?.variables, { cookie });
  expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
});

test.each(['ApiKey', 'IdempotencyKey', 'Caller'])('node knows no %s, with a key or without', async (type) => {
  const variables = { id: Buffer.from(`${type}:1`).toString('base64url') };
  const query = 'query ($id: ID!) { node(id: $id) { __typename } }';
  for (const headers of [{}, { authorization: `Bearer ${keys.all}` }]) {
    const { data, errors } = await server.ask(query, variables, headers);
    expect([data, errors?.[0]?.extensions?.code]).toEqual([{ node: null }, 'BAD_ID']);
  }
});

test('that a key was used is noted by the day', async () => {
  const [first] = mutations();
  await server.ask(first?.query ?? '', first?.variables, { authorization: `Bearer ${keys.all}` });
  const { rows } = await database.pool.query(
    "SELECT last_used_on = current_date AS today FROM api_key WHERE name = 'all'",
  );
  expect(rows).toEqual([{ today: true }]);
});
