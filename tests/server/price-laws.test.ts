import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { usualPage } from '#graphql/connection.ts';

// Loaded by Node itself, so that there is one copy of graphql.
const load = createRequire(import.meta.url);
const { compileCost } = load('#graphql/cost/query-cost.ts') as typeof import('#graphql/cost/query-cost.ts');
const { walkedDocument } = load(
  '#graphql/execution/read-document.ts',
) as typeof import('#graphql/execution/read-document.ts');
const { getOperationAST, parse } = load('graphql') as typeof import('graphql');

const ledger = {
  countries: 200,
  otherParties: 8,
  issues: 14,
  claims: 34,
  rollCalls: 6_203,
  documents: 6_200,
  passages: 1_000,
  stances: 870_000,
  deeds: 59,
  largestBloc: 40,
  isBloc: (text: string) => text.startsWith('bloc'),
};

function pointsOf(text: string, variables: Record<string, unknown> = {}): number {
  const document = parse(text);
  return compileCost(walkedDocument(document), getOperationAST(document) as never)(variables, ledger, usualPage);
}

const changes = '(first: 0, from: { date: "1970-01-01" }, to: { date: "2010-01-01" }) { totalCount }';
const comparison = (inner: string, parties = 2) =>
  `{ comparison(parties: [${Array.from({ length: parties }, (_, n) => `"P${n}"`)}], scope: { kinds: [CLAIM, ROLL_CALL] }) { ${inner} } }`;

test.each([
  [
    'all stances and those of one party',
    '{ stances(first: 0) { totalCount } }',
    '{ stances(first: 0, filter: { parties: ["CN"] }) { totalCount } }',
  ],
  [
    'a search of three words and of one',
    '{ documents(first: 0, search: "one two three") { totalCount } }',
    '{ documents(first: 0, search: "one") { totalCount } }',
  ],
  [
    'a search and none',
    '{ propositions(first: 0, search: "one") { totalCount } }',
    '{ propositions(first: 0) { totalCount } }',
  ],
  ['what changed and the comparison alone', comparison(`changes${changes}`, 200), comparison('revision', 200)],
  ['rows and the comparison alone', comparison('rows(first: 0) { totalCount }'), comparison('revision')],
  ['changes of many parties and of two', comparison(`changes${changes}`, 200), comparison(`changes${changes}`)],
  [
    'two past revisions and one',
    '{ a: countries(first: 0, asKnownAt: 1) { totalCount } b: countries(first: 0, asKnownAt: 2) { totalCount } }',
    '{ a: countries(first: 0, asKnownAt: 1) { totalCount } b: countries(first: 0) { totalCount } }',
  ],
  [
    'two lists of what a revision added and one',
    '{ revision(number: 2) { a: addedStances(first: 0) { totalCount } b: addedStances(first: 1) { totalCount } } }',
    '{ revision(number: 2) { a: addedStances(first: 0) { totalCount } } }',
  ],
])('%s: the first costs more', (_what, dear, cheap) => {
  expect(pointsOf(dear)).toBeGreaterThan(pointsOf(cheap) + 100);
});

const side = (parties: string, policy = '') =>
  `{ comparison(parties: ${parties}, scope: { kinds: [ROLL_CALL] }${policy}) { rows(first: 0) { totalCount } } }`;

test('blocs cost what reading their members takes, unless only their own stances count', () => {
  const countries = pointsOf(side('["CN", "RU"]'));
  expect(pointsOf(side('["bloc-a", "bloc-b"]'))).toBeGreaterThan(countries + 5_000);
  expect(pointsOf(side('["bloc-a", "bloc-b"]', ', policy: { blocs: RECORDED }'))).toBe(countries);
  const wanted = 'query ($p: [String!]!) { comparison(parties: $p) { revision } }';
  expect(pointsOf(wanted, { p: ['bloc-a'] })).toBeGreaterThan(pointsOf(wanted, { p: ['CN'] }));
});

test('cohesion of a bloc over all roll calls, divided in every way, is answered', () => {
  const numbers = 'numbers { agreementIndex rice alpha }';
  const text = `{ cohesion(bloc: "nato", scope: { kinds: [ROLL_CALL] }) {
    ${numbers} sessions { ${numbers} } years { ${numbers} } propositions { nodes { ${numbers} } } dissenters { totalCount }
  } }`;
  expect(pointsOf(text)).toBeGreaterThan(10_000);
  expect(pointsOf(text)).toBeLessThan(500_000);
});

test('a list costs what it takes to make it, though no row of it is shown', () => {
  expect(pointsOf('{ stances(first: 0) { totalCount } }')).toBeGreaterThan(20_000);
  expect(pointsOf(comparison(`changes${changes}`, 200))).toBeGreaterThan(50_000);
});

test('a revision in a variable costs as much as one that is written', () => {
  const written = pointsOf('{ countries(first: 0, asKnownAt: 1) { totalCount } }');
  const text = 'query ($r: Int) { countries(first: 0, asKnownAt: $r) { totalCount } }';
  expect(pointsOf(text, { r: 1 })).toBe(written);
  expect(pointsOf(text)).toBeLessThan(written);
  const scope = 'query ($s: ScopeInput) { agreement(parties: ["CN"], scope: $s) { value } }';
  expect(pointsOf(scope, { s: { asKnownAt: 1 } })).toBeGreaterThan(pointsOf(scope, { s: {} }) + 1_000);
});

test('the hogs of one request are refused', () => {
  const aliases = Array.from({ length: 28 }, (_, n) => `a${n}: changes${changes}`).join(' ');
  expect(pointsOf(comparison(aliases, 201))).toBeGreaterThan(500_000);
  const tables = Array.from(
    { length: 20 },
    (_, n) => `a${n}: stances(first: 1, inForce: false, orderBy: PARTY) { totalCount }`,
  );
  expect(pointsOf(`{ ${tables.join(' ')} }`)).toBeGreaterThan(500_000);
});
