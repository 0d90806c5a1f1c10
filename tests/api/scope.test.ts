import { expect, test } from 'vitest';
import { type Keyed, keysOf, type List, useServer } from './running-server.ts';
import { useDatabaseWithRollCalls } from './with-roll-calls.ts';

const server = useServer(useDatabaseWithRollCalls());

interface Stance {
  key: string;
  basis: string;
  confidence: string;
  heldFrom: string;
}
interface Row {
  proposition: Keyed & { kind: string; issues: Keyed[] };
  cells: { stance: Stance | null }[];
}
interface Comparison {
  scope: Record<string, unknown>;
  rows: List<Row>;
}

async function compare(scope: object, parties = ['CN', 'US']): Promise<Comparison> {
  const { comparison } = await server.dataOf<{ comparison: Comparison }>(
    `query ($parties: [String!]!, $scope: ScopeInput) {
      comparison(parties: $parties, scope: $scope) {
        scope {
          issues { key } propositions { key } kinds bases minimumConfidence takenFrom takenBefore asOf asKnownAt
          rollCalls { bodies sessions wholeTextOnly importantOnly }
        }
        rows(first: 250, verdicts: [AGREE, DIVIDED, NEUTRAL, MIXED, UNKNOWN]) {
          totalCount
          nodes { proposition { key kind issues { key } } cells { stance { key basis confidence heldFrom } } }
        }
      }
    }`,
    { parties, scope },
  );
  return comparison;
}

const propositions = ({ rows }: Comparison) => keysOf({ nodes: rows.nodes.map(({ proposition }) => proposition) });
const stances = ({ rows }: Comparison) =>
  rows.nodes.flatMap(({ cells }) => cells.flatMap(({ stance }) => stance ?? []));

test('without a scope it is about all claims', async () => {
  const { rows } = await compare({});
  expect(new Set(rows.nodes.map(({ proposition }) => proposition.kind))).toEqual(new Set(['CLAIM']));
});

test.each([
  ['all roll calls', { kinds: ['ROLL_CALL'] }, ['vote-1', 'vote-2', 'vote-3', 'vote-4']],
  ['roll calls of a body', { rollCalls: { bodies: ['COUNCIL'] } }, ['vote-4']],
  ['roll calls of a session', { rollCalls: { sessions: [1] } }, ['vote-1', 'vote-2']],
  ['roll calls on whole texts, or nobody knows', { rollCalls: { wholeTextOnly: true } }, ['vote-1', 'vote-3']],
  ['important roll calls', { rollCalls: { importantOnly: true } }, ['vote-2', 'vote-3']],
  ['named propositions of both kinds', { propositions: ['vote-2', 'tw-inalienable'] }, ['tw-inalienable', 'vote-2']],
  ['an issue with votes', { issues: ['assembly'], kinds: ['ROLL_CALL'] }, ['vote-1', 'vote-2']],
  ['an issue that has votes alone, without asking for votes', { issues: ['assembly'] }, []],
])('%s', async (_what, scope, expected) => {
  expect(propositions(await compare(scope)).toSorted()).toEqual(expected);
});

test.each([
  ['comparison(parties: ["CN", "US"], scope: { rollCalls: { bodies: ["COUNCL"] } }) { revision }', 'BODY', 'COUNCIL'],
  ['stances(filter: { rollCalls: { bodies: ["COUNCL"] } }) { totalCount }', 'BODY', 'COUNCIL'],
  ['propositions(rollCalls: { series: ["11"] }) { totalCount }', 'SERIES', '1'],
])('%s is refused with close matches', async (field, what, meant) => {
  const { code, extensions } = await server.errorOf(`{ ${field} }`);
  expect(code).toBe(`UNKNOWN_${what}`);
  expect(extensions?.closeMatches).toContain(meant);
});

test('only propositions about an issue', async () => {
  const { rows } = await compare({ issues: ['taiwan'] });
  expect(rows.nodes).not.toEqual([]);
  for (const { proposition } of rows.nodes) expect(proposition.issues).toContainEqual({ key: 'taiwan' });
});

test.each<[string, object, (stance: Stance) => boolean]>([
  ['on some bases', { bases: ['VOTE', 'TREATY'] }, ({ basis }) => basis === 'VOTE' || basis === 'TREATY'],
  ['of high confidence', { minimumConfidence: 'HIGH' }, ({ confidence }) => confidence === 'HIGH'],
  ['taken from a day on', { takenFrom: '2022-02-04' }, ({ heldFrom }) => heldFrom >= '2022-02-04'],
  ['taken before a day', { takenBefore: '1980-01-01' }, ({ heldFrom }) => heldFrom < '1980-01-01'],
])('only stances %s', async (_what, scope, fits) => {
  const all = stances(await compare({}));
  const some = stances(await compare(scope));
  expect(some).not.toEqual([]);
  expect(some).toEqual(all.filter(fits));
});

test('a stance that does not fit is not replaced by the one before it', async () => {
  // Sweden was against in March 2022 and for it from May on. Of June, what was taken before May says nothing.
  const scope = { asOf: '2022-06-01', propositions: ['nato-sweden'] };
  expect(stances(await compare(scope, ['SE']))).toMatchObject([{ key: 'se--nato-sweden--2022-05-16' }]);
  expect(propositions(await compare({ ...scope, takenBefore: '2022-05-01' }, ['SE']))).toEqual([]);
});

test('the answer names the scope with every default filled in', async () => {
  const { scope } = await compare({ issues: ['taiwan'], rollCalls: { sessions: [1] }, bases: ['VOTE'] });
  expect(scope).toEqual({
    issues: [{ key: 'taiwan' }],
    propositions: null,
    kinds: ['ROLL_CALL'],
    rollCalls: { bodies: null, sessions: [1], wholeTextOnly: false, importantOnly: false },
    bases: ['VOTE'],
    minimumConfidence: null,
    takenFrom: null,
    takenBefore: null,
    asOf: '2026-01-15',
    asKnownAt: 2,
  });
});
