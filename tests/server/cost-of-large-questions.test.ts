import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { usualPage } from '#graphql/connection.ts';
import { usualLimits } from '#server/limits/limits.ts';

// Loaded by Node itself, so that there is one copy of graphql.
const load = createRequire(import.meta.url);
const { compileCost } = load('#graphql/cost/query-cost.ts') as typeof import('#graphql/cost/query-cost.ts');
const { walkedDocument } = load(
  '#graphql/execution/read-document.ts',
) as typeof import('#graphql/execution/read-document.ts');
const { parse } = load('graphql') as typeof import('graphql');

/** The roll calls of the UN and the seed files, rounded up. */
const ledger = {
  countries: 210,
  otherParties: 20,
  issues: 30,
  claims: 100,
  rollCalls: 6_300,
  documents: 6_500,
  passages: 1_000,
  stances: 900_000,
  deeds: 59,
  largestBloc: 40,
  isBloc: (text: string) => text.startsWith('bloc'),
};
const { maxCost } = usualLimits;

function costOf(query: string, variables: Record<string, unknown> = {}): number {
  const document = parse(query);
  const operation = document.definitions.find(({ kind }) => kind === 'OperationDefinition');
  return compileCost(walkedDocument(document), operation as never)(variables, ledger, usualPage); // of that kind
}

const sideBySide = (cell: string) => `query ($parties: [String!]!, $propositions: [String!]!) {
  comparison(parties: $parties, scope: { propositions: $propositions }) {
    rows(first: 100, orderBy: PROPOSITION, verdicts: [AGREE, DIVIDED, NEUTRAL, MIXED, UNKNOWN]) {
      nodes { proposition { key text } verdict side since confidence spread cells { ${cell} } }
    }
  }
}`;
const keys = (count: number) => Array.from({ length: count }, (_, index) => `k${index}`);
const all = { parties: keys(250), propositions: keys(250) };
const some = { parties: keys(5), propositions: keys(20) };

test('250 parties by 100 rows pass with positions', () => {
  expect(costOf(sideBySide('party { key } position stance { heldFrom }'), all)).toBeLessThan(maxCost);
  const more = 'party { key name iso3 } state position value stance { heldFrom basis confidence }';
  expect(costOf(sideBySide(more), all)).toBeLessThan(maxCost);
});

test('the same with citations does not', () => {
  expect(costOf(sideBySide('stance { citations { locator document { title } } }'), all)).toBeGreaterThan(maxCost);
});

test('a page as people look at it passes with citations', () => {
  const cell =
    'party { key name } position stance { heldFrom verb rationale citations { locator document { title } } }';
  expect(costOf(sideBySide(cell), some)).toBeLessThan(maxCost / 100);
});

test('the matrix of all countries over everything passes', () => {
  const query = '{ agreementMatrix(scope: { kinds: [CLAIM, ROLL_CALL] }) { parties { key name } values shared } }';
  expect(costOf(query)).toBeLessThan(maxCost);
});

test('the evidence of all pairs over everything does not', () => {
  const query = `query ($parties: [String!]!) {
    agreement(parties: $parties, scope: { kinds: [CLAIM, ROLL_CALL] }) { evidence(first: 1) { totalCount } }
  }`;
  expect(costOf(query, { parties: keys(200) })).toBeGreaterThan(maxCost);
  expect(costOf(query, { parties: keys(5) })).toBeLessThan(maxCost);
});

test('looking through all stances again for every party of a long page does not', () => {
  const query = '{ parties(first: 250) { nodes { stances(first: 1) { totalCount } } } }';
  expect(costOf(query)).toBeGreaterThan(maxCost);
});

test('fields that multiply each other do not', () => {
  const query = `{ parties(first: 250) { nodes { memberships(ever: true, first: 250) { nodes { bloc {
    members(ever: true, first: 250) { nodes { member { name } } } } } } } } }`;
  expect(costOf(query)).toBeGreaterThan(maxCost);
});

test('the structure of all countries passes, and that of every session with its maps', () => {
  const structure = `map { points { party { key } coordinates misfit } axes { share } stress }
    groups { members { party { key } silhouette } core { party { key } } edge { party { key } } }
    blocs { bloc { key } jaccard onlyBloc { key } onlyGroup { key } } bridges { nodes { party { key } margin } } leftOut { party { key } reason }`;
  expect(costOf(`{ structure(scope: { kinds: [ROLL_CALL] }) { ${structure} } }`)).toBeLessThan(maxCost);
  const series = 'periods { label points { party { key } coordinates } alignment { with rootMeanSquare } }';
  expect(costOf(`{ structureSeries(by: SESSION, scope: { kinds: [ROLL_CALL] }) { ${series} } }`)).toBeLessThan(maxCost);
});

test('a series of structures costs what its periods do: fewer where it begins late or ends early', () => {
  const since = (more: string) =>
    costOf(`{ structureSeries(by: SESSION, ${more} scope: { kinds: [ROLL_CALL], asOf: "2026-01-01" }) {
      periods { label structure { parties { key } map { stress } } }
    } }`);
  const whole = since('');
  expect(since('from: "2019-01-01",')).toBeLessThan(whole / 2);
  expect(since('from: "2019-01-01", until: "2030-01-01",')).toBe(since('from: "2019-01-01",'));
  expect(since('from: "2019-01-01", until: "2020-01-01",')).toBeLessThan(since('from: "2019-01-01",'));
});
