import { beforeAll, expect, test } from 'vitest';
import { say } from '../ingest/say.ts';
import { natoVotes } from '../ledger/nato-votes.ts';
import { useDatabase } from '../support/database.ts';
import { type Keyed, type List, useServer } from './running-server.ts';

const database = useDatabase('seeded');
beforeAll(() => say(database, natoVotes, { source: 'votes' }));
const server = useServer(database);

interface Cell {
  party: Keyed;
  state: string;
  position: string | null;
  value: number | null;
  stance: Keyed | null;
}
interface Derivation extends Record<string, unknown> {
  dissenters: Cell[];
  cells: Cell[];
  unclear: Keyed[];
}

const cellFields = 'party { key } state position value stance { key }';
const rowFields = `
  proposition { key } verdict side since sinceIsFirstKnown confidence positionCount spread
  cells {
    ${cellFields}
    derivation {
      rule day members spoke support neutral oppose absent mean
      dissenters { ${cellFields} } cells { ${cellFields} } unclear { key }
    }
  }`;

interface Row {
  proposition: Keyed;
  verdict: string;
  side: string | null;
  since: string | null;
  cells: (Cell & { derivation: Derivation | null })[];
}

async function rowOf(parties: string[], proposition: string, scope: object = {}, policy: object = {}) {
  const { comparison } = await server.dataOf<{ comparison: { rows: List<Row> } }>(
    `query ($parties: [String!]!, $scope: ScopeInput, $policy: PolicyInput) {
      comparison(parties: $parties, scope: $scope, policy: $policy) {
        rows(verdicts: [AGREE, DIVIDED, NEUTRAL, MIXED, UNKNOWN]) { totalCount nodes { ${rowFields} } }
      }
    }`,
    { parties, scope: { propositions: [proposition], ...scope }, policy },
  );
  return comparison.rows.nodes[0] as Row; // of the one proposition
}

test('a bloc without a stance of its own has the position of its members of that day, and shows them', async () => {
  const row = await rowOf(['nato', 'RU'], 'v-eve');
  expect(row).toMatchObject({
    ...{ verdict: 'AGREE', side: 'SUPPORT', since: '2004-03-28', sinceIsFirstKnown: true },
    ...{ confidence: 'HIGH', positionCount: 2, spread: 0 },
  });
  const [nato, russia] = row.cells;
  expect(nato).toMatchObject({ state: 'DERIVED', position: 'SUPPORT', value: 1, stance: null });
  expect(nato?.derivation).toMatchObject({
    ...{ rule: 'MAJORITY', day: '2004-03-28', members: 19, mean: 11 / 14 },
    ...{ spoke: 14, support: 12, neutral: 1, oppose: 1, absent: 1 },
  });
  expect(nato?.derivation?.dissenters).toEqual([
    { party: { key: 'TR' }, state: 'HELD', position: 'NEUTRAL', value: 0, stance: { key: 'tr--v-eve--2004-03-28' } },
    { party: { key: 'US' }, state: 'HELD', position: 'OPPOSE', value: -1, stance: { key: 'us--v-eve--2004-03-28' } },
  ]);
  const states = Map.groupBy(nato?.derivation?.cells ?? [], ({ state }) => state);
  expect(Array.from(states, ([state, cells]) => [state, cells.length]).toSorted()).toEqual([
    ['ABSENT', 1],
    ['HELD', 14],
    ['UNKNOWN', 4],
  ]);
  expect(russia).toMatchObject({ state: 'HELD', derivation: null });
});

test('on the next day NATO has 26 members, and those that spoke are split', async () => {
  const row = await rowOf(['nato', 'RU'], 'v-day');
  expect(row.cells[0]).toMatchObject({
    ...{ state: 'SPLIT', position: null, value: null, stance: null },
    derivation: { members: 26, spoke: 14, support: 7, oppose: 7, dissenters: [] },
  });
  expect(row.verdict).toBe('UNKNOWN');
});

test('too few members make no position, and the cell shows how many', async () => {
  expect((await rowOf(['nato', 'RU'], 'v-few')).cells[0]).toMatchObject({
    ...{ state: 'UNKNOWN', position: null },
    derivation: { members: 26, spoke: 3, support: 3 },
  });
});

test('the policy chooses the rule, the coverage, and whose stance it is', async () => {
  const cell = async (policy: object, proposition = 'v-eve', scope: object = {}) =>
    (await rowOf(['nato', 'RU'], proposition, scope, policy)).cells[0];
  expect(await cell({ derivation: { rule: 'UNANIMOUS' } })).toMatchObject({ state: 'SPLIT' });
  const mean = await cell({ derivation: { rule: 'MEAN' } });
  expect(mean).toMatchObject({ state: 'DERIVED', position: null, value: 11 / 14 });
  expect(await cell({ derivation: { minimumCoverage: 0.1 } }, 'v-few')).toMatchObject({ position: 'SUPPORT' });
  expect(await cell({ blocs: 'RECORDED' })).toMatchObject({ state: 'UNKNOWN', derivation: null });
  const asOf = '2025-01-01';
  expect(await cell({}, 'nato-open-door', { asOf })).toMatchObject({ state: 'HELD', derivation: null });
  expect(await cell({ blocs: 'DERIVED' }, 'nato-open-door', { asOf })).toMatchObject({
    stance: null,
    derivation: { members: 32 },
  });
});

test('members of which reports differ are listed apart', async () => {
  const row = await rowOf(['brics', 'SA'], 'uw-annexation-invalid', {}, { blocs: 'DERIVED' });
  const { unclear = [], cells = [] } = row.cells[0]?.derivation ?? {};
  expect(unclear).toEqual([{ key: 'SA' }]);
  expect(cells.map(({ party }) => party.key)).toEqual(cells.map(({ party }) => party.key).toSorted());
  expect(cells.map(({ party }) => party.key)).not.toContain('SA');
});

test('evidence leads from a bloc to its members, and says why a split one does not count', async () => {
  interface Evidence {
    proposition: Keyed;
    positions: (string | null)[];
    stances: (Keyed | null)[];
    derivations: ({ support: number; cells: Cell[] } | null)[];
    counted: boolean;
    reason: string | null;
    contribution: number | null;
  }
  const { agreement } = await server.dataOf<{ agreement: { value: number; evidence: List<Evidence> } }>(`{
    agreement(parties: ["nato", "RU"], scope: { rollCalls: { bodies: ["ASSEMBLY"] } }) {
      value
      evidence {
        totalCount
        nodes {
          proposition { key } positions stances { key } counted reason contribution
          derivations { support cells { party { key } state stance { key } } }
        }
      }
    }
  }`);
  const byKey = Object.fromEntries(agreement.evidence.nodes.map((row) => [row.proposition.key, row]));
  expect(byKey['v-eve']).toMatchObject({
    ...{ positions: ['SUPPORT', 'SUPPORT'], counted: true, contribution: 1 },
    stances: [null, { key: 'ru--v-eve--2004-03-28' }],
    derivations: [{ support: 12 }, null],
  });
  const supporters = byKey['v-eve']?.derivations[0]?.cells.flatMap(({ stance }) => stance?.key ?? []);
  expect(supporters).toContain('be--v-eve--2004-03-28');
  expect(byKey['v-day']).toMatchObject({ positions: [null, 'SUPPORT'], counted: false, reason: 'SPLIT' });
  expect(agreement.value).toBe(1);
});

test('documents of a change of a bloc are those of its members', async () => {
  interface Change {
    proposition: Keyed;
    documents: Keyed[];
    cells: { before: Cell; after: Cell & { derivation: { spoke: number; cells: Cell[] } | null } }[];
  }
  const { comparison } = await server.dataOf<{ comparison: { changes: List<Change> } }>(`{
    comparison(parties: ["g7"], policy: { blocs: DERIVED }) {
      changes(from: { date: "2010-01-01" }, to: { date: "2025-01-01" }, first: 250) {
        totalCount
        nodes {
          proposition { key } documents { key }
          cells { before { state } after { state derivation { spoke cells { stance { citations { document { key } } } } } } }
        }
      }
    }
  }`);
  expect(comparison.changes.totalCount).toBeGreaterThan(0);
  for (const { cells, documents } of comparison.changes.nodes) {
    if ((cells[0]?.after.derivation?.spoke ?? 0) > 0) expect(documents.length).toBeGreaterThan(0);
  }
});

test('a group of any parties can be asked as a matrix with blocs', async () => {
  const { agreementMatrix, agreement } = await server.dataOf<{
    agreementMatrix: { values: (number | null)[][] };
    agreement: { value: number | null };
  }>(`{
    agreementMatrix(parties: ["nato", "RU", "brics"], scope: { kinds: [CLAIM, ROLL_CALL] }) { values }
    agreement(parties: ["nato", "RU"], scope: { kinds: [CLAIM, ROLL_CALL] }) { value }
  }`);
  expect(agreementMatrix.values[0]?.[1]).toBe(agreement.value);
});

test.each([-0.1, 1.1])('a coverage of %d is no share', async (minimumCoverage) => {
  const error = await server.errorOf(
    'query ($policy: PolicyInput) { comparison(parties: ["nato"], policy: $policy) { revision } }',
    { policy: { derivation: { minimumCoverage } } },
  );
  expect(error.code).toBe('BAD_INPUT');
  expect(error.message).toContain(`minimumCoverage: found ${minimumCoverage}, expected a share from 0 to 1.`);
});

test('the policy says what was applied', async () => {
  const { comparison } = await server.dataOf<{ comparison: { policy: object } }>(
    '{ comparison(parties: ["nato"]) { policy { blocs derivation { rule minimumCoverage } } } }',
  );
  expect(comparison.policy).toEqual({
    blocs: 'RECORDED_ELSE_DERIVED',
    derivation: { rule: 'MAJORITY', minimumCoverage: 0.5 },
  });
});

test('what parts a bloc from everybody else does not take its members of a day that counts for everybody else', async () => {
  const othersOn = async (...propositions: string[]) => {
    const { wedges } = await server.dataOf<{ wedges: { right: Keyed[] } }>(
      'query ($scope: ScopeInput) { wedges(left: ["nato"], scope: $scope) { right { key } } }',
      { scope: { propositions } },
    );
    return wedges.right.map(({ key }) => key).join(' ');
  };
  expect(await othersOn('v-eve')).toBe('BG EE LT LV RO RU SI SK');
  expect(await othersOn('v-day')).toBe('RU');
  expect(await othersOn('v-eve', 'v-day')).toBe('RU');
});
