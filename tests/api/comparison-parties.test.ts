import { describe, expect, test } from 'vitest';
import { seeds, useRecords } from '../support/database.ts';
import { keysOf, type List, useServer } from './running-server.ts';

const server = useServer(useRecords(seeds));

const question = `query ($parties: [String!]!) {
  comparison(parties: $parties) { parties { key } agreement { value reason pairs sharedPropositions } rows { totalCount nodes { verdict } } }
}`;

interface Reply {
  comparison: {
    parties: { key: string }[];
    agreement: { value: number | null; reason: string | null; pairs: number; sharedPropositions: number };
    rows: List<{ verdict: string }>;
  };
}

test('of one party there is nothing to compare: every row is UNKNOWN, and the number is missing for that reason', async () => {
  const { comparison } = await server.dataOf<Reply>(question, { parties: ['CN'] });
  expect(comparison.agreement).toEqual({ value: null, reason: 'TOO_FEW_PARTIES', pairs: 0, sharedPropositions: 0 });
  expect(comparison.rows.totalCount).toBeGreaterThan(20);
  expect(new Set(comparison.rows.nodes.map(({ verdict }) => verdict))).toEqual(new Set(['UNKNOWN']));
});

test('all the parties of the ledger can be compared at once, in the order asked', async () => {
  const { parties } = await server.dataOf<{ parties: List<{ key: string }> }>(
    '{ parties(first: 250) { nodes { key } } }',
  );
  const asked = keysOf(parties).reverse();
  const { comparison } = await server.dataOf<Reply>(question, { parties: asked });
  expect(comparison.parties.map(({ key }) => key)).toEqual(asked);
  expect(comparison.agreement.value).toEqual(expect.any(Number));
});

describe.each(['comparison', 'agreement', 'agreementMatrix'])('%s refuses', (field) => {
  const refused = (parties: string[]) =>
    server.errorOf(`query ($parties: [String!]!) { ${field}(parties: $parties) { revision } }`, { parties });

  test.each([
    ['no party at all', [], 'parties: found 0, expected 1 to 250.'],
    ['more than 250', Array.from({ length: 251 }, (_, n) => `X-${n}`), 'parties: found 251, expected 1 to 250.'],
    ['a party named twice', ['CN', 'RU', 'CN'], 'parties: found "CN" twice, expected each party once.'],
  ])('%s', async (_what, parties, message) => {
    expect(await refused(parties)).toMatchObject({ code: 'BAD_INPUT', path: [field], message });
  });

  test('an unknown party, and says which may have been meant', async () => {
    const { code, path, message, extensions } = await refused(['CN', 'Rusia']);
    expect([code, path]).toEqual(['UNKNOWN_PARTY', [field]]);
    expect(extensions?.closeMatches).toContain('RU');
    expect(message).toMatch(/"Rusia".*Close matches: RU/);
  });
});

test.each([
  ['issues: ["taiwann"]', 'UNKNOWN_ISSUE', 'taiwan'],
  ['propositions: ["tw-inalienabel"]', 'UNKNOWN_PROPOSITION', 'tw-inalienable'],
])('a scope with %s is refused with close matches', async (scope, code, meant) => {
  const error = await server.errorOf(`{ comparison(parties: ["CN", "RU"], scope: { ${scope} }) { revision } }`);
  expect(error.code).toBe(code);
  expect(error.extensions?.closeMatches).toContain(meant);
});

test('by its own stances alone, a bloc compares by what is recorded for it, not by what its members hold', async () => {
  interface Row {
    proposition: { key: string };
    verdict: string;
    cells: { party: { key: string }; stance: { key: string } | null }[];
  }
  const { comparison } = await server.dataOf<{ comparison: { rows: List<Row> } }>(`{
    comparison(parties: ["nato", "RU"], scope: { asOf: "2025-01-01" }, policy: { blocs: RECORDED }) {
      rows { totalCount nodes { proposition { key } verdict cells { party { key } stance { key } } } }
    }
  }`);
  expect(comparison.rows.nodes.map(({ proposition, verdict }) => [proposition.key, verdict])).toEqual([
    ['nato-finland', 'DIVIDED'],
    ['nato-open-door', 'DIVIDED'],
    ['nato-stop-enlargement', 'DIVIDED'],
    ['nato-sweden', 'DIVIDED'],
    ['nato-ukraine', 'DIVIDED'],
  ]);
  for (const { cells } of comparison.rows.nodes) expect(cells[0]?.stance?.key).toMatch(/^nato--/);
});
