import { beforeAll, expect, test } from 'vitest';
import { type Keyed, keysOf, type List, useServer } from './running-server.ts';
import { useDatabaseWithRollCalls } from './with-roll-calls.ts';

const server = useServer(useDatabaseWithRollCalls());

interface Proposition extends Keyed {
  kind: string;
  issues: Keyed[];
  rollCall: { body: string; session: number; textScope: string; important: boolean | null; tabledOn: string } | null;
}

const fields = 'key kind issues { key } rollCall { body session textScope important tabledOn }';
const propositions = (args: string) => server.everyRow<Proposition>('propositions', args, fields);

let all: Proposition[];
beforeAll(async () => {
  all = await propositions('');
});

const about =
  (...issues: string[]) =>
  (proposition: Proposition) =>
    proposition.issues.some(({ key }) => issues.includes(key));
const rollCall = (fits: (rollCall: NonNullable<Proposition['rollCall']>) => boolean) => (proposition: Proposition) =>
  proposition.rollCall === null || fits(proposition.rollCall);

test('claims and roll calls are there, by key', () => {
  expect(all.length).toBe(37 + 4);
  expect(keysOf({ nodes: all })).toEqual(keysOf({ nodes: all }).toSorted());
});

test.each<[string, (proposition: Proposition) => boolean]>([
  ['kinds: [CLAIM]', ({ kind }) => kind === 'CLAIM'],
  ['kinds: [ROLL_CALL]', ({ kind }) => kind === 'ROLL_CALL'],
  ['issues: ["taiwan"]', about('taiwan')],
  ['issues: ["aukus", "assembly"]', about('aukus', 'assembly')],
  ['issues: ["aukus", "assembly"], kinds: [CLAIM]', about('aukus')],
  ['rollCalls: { bodies: ["ASSEMBLY"] }', rollCall(({ body }) => body === 'ASSEMBLY')],
  ['rollCalls: { sessions: [2] }', rollCall(({ session }) => session === 2)],
  ['rollCalls: { wholeTextOnly: true }', rollCall(({ textScope }) => textScope === 'WHOLE' || textScope === 'UNKNOWN')],
  ['rollCalls: { importantOnly: true }', rollCall(({ important }) => important === true)],
])('{ %s } gives just what fits', async (args, fits) => {
  const some = await propositions(args);
  expect(some).not.toEqual([]);
  expect(some.length).toBeLessThan(all.length);
  expect(some).toEqual(all.filter(fits));
});

test('the latest roll call first, claims last', async () => {
  const given = await propositions('orderBy: TABLED_DESC');
  expect(keysOf({ nodes: given.slice(0, 5) })).toEqual(['vote-4', 'vote-3', 'vote-2', 'vote-1', 'aukus-arms-race']);
});

test('an issue has its propositions, and they say that they are about it', async () => {
  const { issues } = await server.dataOf<{ issues: List<Keyed & { propositions: List<Proposition> }> }>(
    `{ issues { totalCount nodes { key propositions { totalCount nodes { ${fields} } } } } }`,
  );
  expect(issues.totalCount).toBe(8 + 1);
  for (const issue of issues.nodes) expect(issue.propositions.nodes).toEqual(all.filter(about(issue.key)));
});

test('a roll call shows what was recorded of it', async () => {
  const { proposition } = await server.dataOf<{ proposition: object }>(`{
    proposition(key: "vote-1") {
      kind document { key symbol } issues { key }
      rollCall { body session symbol tabledOn tabledOnPrecision textScope important yes no abstain }
    }
  }`);
  expect(proposition).toEqual({
    kind: 'ROLL_CALL',
    document: { key: 'vote-1', symbol: 'A/X/1' },
    issues: [{ key: 'assembly' }],
    rollCall: {
      body: 'ASSEMBLY',
      session: 1,
      symbol: 'A/X/1',
      tabledOn: '2020-10-01',
      tabledOnPrecision: 'DAY',
      textScope: 'WHOLE',
      important: false,
      yes: 3,
      no: 0,
      abstain: 0,
    },
  });
});

test('a vote is cited by the record of its roll call', async () => {
  const { stance } = await server.dataOf<{ stance: object }>(
    '{ stance(key: "cn--vote-1--2020-10-01") { basis citations { role document { key } verification } } }',
  );
  expect(stance).toEqual({
    basis: 'VOTE',
    citations: [{ role: 'PRIMARY', document: { key: 'vote-1' }, verification: 'VERIFIED' }],
  });
});
