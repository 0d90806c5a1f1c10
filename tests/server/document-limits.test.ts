import { getIntrospectionQuery } from 'graphql';
import { describe, expect, test } from 'vitest';
import { useServer } from '../api/running-server.ts';
import { seeds, useRecords } from '../support/database.ts';

const database = useRecords(seeds);

const nested = (levels: number) =>
  `{ stance(key: "x") { ${'previous { '.repeat(levels - 2)}key${' }'.repeat(levels - 2)} } }`;
const aliases = (count: number) => Array.from({ length: count }, (_, index) => `a${index}: name`).join(' ');
const rootFields = (count: number) =>
  `{ ${Array.from({ length: count }, (_, index) => `r${index}: party(key: "CN") { name }`).join(' ')} }`;
const directives = (count: number) => `{ party(key: "CN") { ${'name @include(if: true) '.repeat(count)} } }`;

describe('as they are usually', () => {
  const server = useServer(database);

  test.each([
    ['12 levels', nested(12)],
    ['30 aliases', `{ party(key: "CN") { ${aliases(30)} } }`],
    ['20 root fields', rootFields(20)],
    ['50 directives', directives(50)],
    ['the introspection query of GraphiQL', getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true })],
  ])('%s pass', async (_what, query) => {
    expect((await server.ask(query)).errors).toBeUndefined();
  });

  test.each([
    ['TOO_DEEP', '13 levels', nested(13), 'document: found 13 levels of nested fields, expected at most 12.'],
    [
      'TOO_MANY_ALIASES',
      '31 aliases',
      `{ party(key: "CN") { ${aliases(31)} } }`,
      /found 31 aliases, expected at most 30/,
    ],
    ['TOO_MANY_ROOT_FIELDS', '21 root fields', rootFields(21), /found 21 root fields, expected at most 20/],
    ['TOO_MANY_DIRECTIVES', '51 directives', directives(51), /found 51 directives, expected at most 50/],
    ['TOO_MANY_TOKENS', '4,001 tokens', `{ ${'__typename '.repeat(3_999)} }`, /more than 4000 tokens/],
    ['TOO_DEEP', 'values within values', `{ party(key: ${'['.repeat(3_900)}`, /nested too deeply|Syntax Error/],
  ])('%s: %s are refused', async (code, _what, query, message) => {
    const error = await server.errorOf(query);
    if (/Syntax/.test(error.message ?? '')) expect(error.code).toBe('GRAPHQL_PARSE_FAILED');
    else expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
  });

  test('fragments are followed', async () => {
    const query = `{ party(key: "CN") { ...A } } fragment A on Party { ...B ...B } fragment B on Party { ${aliases(16)} }`;
    expect(await server.errorOf(query)).toMatchObject({ code: 'TOO_MANY_ALIASES', message: /found 32 aliases/ });
  });

  test('fragments that multiply each other are refused at once', async () => {
    const links = Array.from(
      { length: 200 },
      (_, index) => `fragment F${index} on Party { ...F${index + 1} ...F${index + 1} }`,
    );
    const query = `{ party(key: "CN") { ...F0 } } ${links.join(' ')} fragment F200 on Party { key name }`;
    expect(await server.errorOf(query)).toMatchObject({ code: 'TOO_MANY_FIELDS', message: /more than 1000000 fields/ });
  });

  test('a fragment that spreads itself is told to be one', async () => {
    const query = '{ party(key: "CN") { ...A } } fragment A on Party { key ...B } fragment B on Party { name ...A }';
    expect(await server.errorOf(query)).toMatchObject({ code: 'GRAPHQL_VALIDATION_FAILED', message: /itself/ });
  });

  test('what is refused is cut where it is repeated', async () => {
    for (const query of [`{ ${'x'.repeat(100_000)} }`, `{ party(key: "CN") ${'x'.repeat(100_000)}: }`]) {
      expect((await server.errorOf(query)).message?.length).toBeLessThan(600);
    }
    const { message } = await server.errorOf('query ($n: Int!) { revision(number: $n) { time } }', {
      n: 'x'.repeat(100_000),
    });
    expect(message?.length).toBeLessThan(600);
  });

  test('a body may have 256 KB and no more', async () => {
    const post = (bytes: number) =>
      fetch(server.url(), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"query":"{ __typename }"}'.padEnd(bytes),
      });
    expect((await post(262_144)).status).toBe(200);
    const refused = await post(262_145);
    expect(refused.status).toBe(413);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'BODY_TOO_LARGE' } }] });
  });
});

describe('as configured', () => {
  const server = useServer(database, {
    limits: {
      maxDepth: 2,
      maxAliases: 1,
      maxRootFields: 1,
      maxDirectives: 0,
      maxTokens: 100,
      maxBodyBytes: 2_000,
      introspection: false,
    },
  });

  test.each([
    ['TOO_DEEP', '{ parties { nodes { key } } }'],
    ['TOO_MANY_ALIASES', '{ party(key: "CN") { a: key b: key } }'],
    ['TOO_MANY_ROOT_FIELDS', '{ __typename dataset { revision } }'],
    ['TOO_MANY_DIRECTIVES', '{ dataset @include(if: true) { revision } }'],
    ['TOO_MANY_TOKENS', `{ party(key: "CN") { ${'key '.repeat(100)} } }`],
    ['BODY_TOO_LARGE', `{ ${' '.repeat(2_000)} __typename }`],
  ])('%s', async (code, query) => {
    expect((await server.errorOf(query)).code).toBe(code);
  });

  test('without introspection the schema is not told, nor names suggested', async () => {
    expect((await server.errorOf('{ __type(name: "Party") { name } }')).code).toBe('GRAPHQL_VALIDATION_FAILED');
    for (const query of [
      '{ partie(key: "CN") { key } }',
      '{ party(kei: "CN") { key } }',
      '{ party(key: "CN") { nme } }',
    ]) {
      expect((await server.errorOf(query)).message).not.toMatch(/Did you mean/);
    }
    const { message } = await server.errorOf(
      'query ($k: PropositionKind) { propositions(kinds: [$k]) { totalCount } }',
      { k: 'CLAM' },
    );
    expect(message).not.toMatch(/Did you mean/);
  });
});
