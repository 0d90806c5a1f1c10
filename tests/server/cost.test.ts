import { describe, expect, test } from 'vitest';
import { useServer } from '../api/running-server.ts';
import { seeds, useRecords } from '../support/database.ts';

const database = useRecords(seeds);

const sideBySide = (cell: string) => `query ($parties: [String!]!, $first: Int = 100) {
  comparison(parties: $parties, scope: { kinds: [CLAIM, ROLL_CALL] }) {
    agreement { value sharedPropositions }
    rows(first: $first, orderBy: PROPOSITION, verdicts: [AGREE, DIVIDED, NEUTRAL, MIXED, UNKNOWN]) {
      nodes { proposition { key text } verdict side since cells { ${cell} } }
    }
  }
}`;
const positions = sideBySide('party { key name } state position value stance { heldFrom basis confidence }');
const citations = sideBySide('party { key } position stance { heldFrom citations { locator document { title } } }');
const aFew = ['CN', 'RU', 'US', 'FR', 'GB'];

describe('the cost of a query', () => {
  const server = useServer(database, { limits: { maxCost: 100_000 } });

  const costOf = async (query: string, variables: Record<string, unknown> = {}) => {
    const response = await fetch(server.url(), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { errors } = await response.json();
    return {
      cost: Number(response.headers.get('concord-cost')),
      status: response.status,
      code: errors?.[0]?.extensions.code,
    };
  };

  test('stands in a header and in the log, also when it is too much', async () => {
    const parties = Array.from({ length: 250 }, (_, index) => `P${index}`);
    const { cost, status, code } = await costOf(citations, { parties });
    expect([status, code]).toEqual([400, 'QUERY_TOO_COSTLY']);
    expect(cost).toBeGreaterThan(100_000);
    expect(server.requests.at(-1)).toMatchObject({ cost, errors: ['QUERY_TOO_COSTLY'] });
  });

  test('says what was found and what is allowed', async () => {
    const error = await server.errorOf(citations, { parties: Array.from({ length: 250 }, (_, index) => `P${index}`) });
    expect(error.message).toMatch(/found a cost of up to \d+ points, expected at most 100000/);
    expect(error.extensions).toMatchObject({ found: expect.any(Number), allowed: 100_000 });
  });

  test('follows from the variables of each request', async () => {
    const [one, five] = [await costOf(positions, { parties: ['CN'] }), await costOf(positions, { parties: aFew })];
    expect(five.cost).toBeGreaterThan(2 * one.cost);
    expect((await costOf(positions, { parties: aFew, first: 1 })).cost).toBeLessThan(five.cost / 10);
  });

  test('counts what is asked under one name once, and leaves out what is not included', async () => {
    const once = await costOf('{ parties { nodes { key name } } }');
    const twice = await costOf(
      'query ($not: Boolean = false) { parties { nodes { key ...N } nodes { ...N memberships @include(if: $not) { totalCount } } } } fragment N on Party { name }',
    );
    expect(twice).toEqual(once);
  });

  test('counts nodes and edges by the page', async () => {
    const nodes = await costOf('{ parties(first: 10) { nodes { key } } }');
    const edges = await costOf('{ parties(first: 10) { edges { cursor node { key } } } }');
    const longer = await costOf('{ parties(first: 50) { nodes { key } } }');
    expect(edges.cost).toBeLessThan(4 * nodes.cost);
    expect(longer.cost - nodes.cost).toBe(40);
  });

  test('of a bad page is no reason to refuse: the page is', async () => {
    expect(await server.errorOf('query ($f: Int) { parties(first: $f) { totalCount } }', { f: 1e9 })).toMatchObject({
      code: 'BAD_INPUT',
    });
    expect((await costOf('query ($f: Int) { parties(first: $f) { totalCount } }', { f: 'many' })).code).toBe(
      'BAD_INPUT',
    );
  });
});
