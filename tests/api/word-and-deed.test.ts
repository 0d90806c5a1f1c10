import { beforeAll, describe, expect, test } from 'vitest';
import { say } from '../ingest/say.ts';
import { useDatabase } from '../support/database.ts';
import { type Keyed, type List, useServer } from './running-server.ts';
import { votes, words } from './words-and-votes.ts';

const database = useDatabase('migrated');
beforeAll(async () => {
  await say(database, words);
  await say(database, votes, { source: 'votes' });
});
const server = useServer(database);

interface Cell {
  readonly state: string;
  readonly position: string | null;
  readonly stance: Keyed | null;
}

interface Row {
  readonly party: Keyed;
  readonly date: string;
  readonly deed: { readonly symbol: string };
  readonly rollCall: Keyed | null;
  readonly word: Cell;
  readonly vote: Cell;
  readonly verdict: string;
  readonly missing: string | null;
  readonly milder: string | null;
  readonly counted: boolean;
  readonly notCountedReason: string | null;
}

interface Answer {
  readonly parties: readonly {
    readonly party: Keyed;
    readonly share: number | null;
    readonly reason: string | null;
    readonly n: number;
    readonly consistent: number;
    readonly softer: number;
    readonly contrary: number;
    readonly silent: number;
    readonly notCounted: number;
  }[];
  readonly rows: List<Row>;
  readonly leftOut: readonly { readonly deed: { readonly symbol: string }; readonly reason: string }[];
  readonly revision: number;
}

async function wordAndDeed(args: object, rows = ''): Promise<Answer> {
  const data = await server.dataOf<{ wordAndDeed: Answer }>(
    `query ($parties: [String!]!, $word: WordDay, $scope: ScopeInput, $policy: PolicyInput) {
      wordAndDeed(parties: $parties, word: $word, scope: $scope, policy: $policy) {
        revision
        parties { party { key } share reason n consistent softer contrary silent notCounted }
        leftOut { reason deed { symbol } }
        rows${rows} { totalCount nodes {
          party { key } date deed { symbol } rollCall { key } verdict missing milder counted notCountedReason
          word { state position stance { key } } vote { state position stance { key } }
        } }
      }
    }`,
    { parties: ['US', 'CN', 'FR', 'IN'], ...args },
  );
  return data.wordAndDeed;
}

/** A row in one line: `US 70/1 CONSISTENT`, with what is missing or milder, and why it does not count. */
const line = ({ party, deed, verdict, missing, milder, notCountedReason }: Row) =>
  [party.key, deed.symbol, verdict, missing ?? milder, notCountedReason === 'SILENT' ? null : notCountedReason]
    .filter((part) => part !== null)
    .join(' ');

const linesOf = async (args: object, rows = '') => (await wordAndDeed(args, rows)).rows.nodes.map(line);

const everyLine = [
  'US 74/9 SOFTER DEED',
  'CN 74/9 SILENT DEED',
  'FR 74/9 SILENT DEED',
  'IN 74/9 SILENT DEED',
  'US 71/2 CONTRARY',
  'CN 71/2 SOFTER WORD',
  'FR 71/2 SILENT DEED',
  'IN 71/2 SOFTER WORD WORD_IS_VOTE',
  'US 70/1 CONSISTENT',
  'CN 70/1 SOFTER DEED',
  'FR 70/1 CONSISTENT',
  'IN 70/1 CONSISTENT SAME_VOTE',
];

test('every party has what it says beside each of its votes, the latest vote first', async () => {
  const { rows, revision } = await wordAndDeed({});
  expect(revision).toBe(2);
  expect(rows.totalCount).toBe(12);
  expect(rows.nodes.map(line)).toEqual(everyLine);
  expect(rows.nodes.map(({ date }) => date)).toEqual(
    rows.nodes
      .map(({ date }) => date)
      .toSorted()
      .toReversed(),
  );
});

test('the share is of the words and votes that count', async () => {
  const { parties } = await wordAndDeed({});
  const none = { reason: null, consistent: 0, softer: 0, contrary: 0, silent: 0, notCounted: 0 };
  expect(parties).toEqual([
    { ...none, party: { key: 'US' }, share: 1 / 3, n: 3, consistent: 1, softer: 1, contrary: 1 },
    { ...none, party: { key: 'CN' }, share: 0, n: 2, softer: 2, silent: 1 },
    { ...none, party: { key: 'FR' }, share: 1, n: 1, consistent: 1, silent: 2 },
    { ...none, party: { key: 'IN' }, share: null, reason: 'NO_SHARED_EVIDENCE', n: 0, silent: 1, notCounted: 2 },
  ]);
});

test('both sides lead to their stances, and an absence is told from nothing known', async () => {
  const { rows } = await wordAndDeed({ parties: ['FR'] });
  const rowOn = (symbol: string) => rows.nodes.find(({ deed }) => deed.symbol === symbol);
  expect(rowOn('70/1')).toMatchObject({
    rollCall: { key: 'rc-1' },
    word: { state: 'HELD', position: 'OPPOSE', stance: { key: 'fr--claim--2016-01-01' } },
    vote: { state: 'HELD', position: 'OPPOSE', stance: { key: 'fr--rc-1--2015-12-01' } },
  });
  expect(rowOn('71/2')?.vote).toEqual({ state: 'ABSENT', position: null, stance: null });
  expect(rowOn('74/9')?.vote).toEqual({ state: 'UNKNOWN', position: null, stance: null });
});

test('a deed is found under another symbol of the same vote, and on the whole text alone', async () => {
  const { proposition } = await server.dataOf<{ proposition: { deeds: unknown } }>(
    '{ proposition(key: "claim") { deeds { symbol otherSymbols sign reason rollCall { key } rollCalls { key } } } }',
  );
  const said = { reason: 'It says so.', otherSymbols: [] };
  expect(proposition.deeds).toEqual([
    { ...said, symbol: '70/1', sign: 1, rollCall: { key: 'rc-1' }, rollCalls: [{ key: 'rc-1' }] },
    { ...said, symbol: '71/2', sign: -1, rollCall: { key: 'rc-2' }, rollCalls: [{ key: 'rc-2' }] },
    { ...said, symbol: '72/3', sign: 1, rollCall: null, rollCalls: [] },
    {
      ...said,
      symbol: '74/9',
      otherSymbols: ['74/9B'],
      sign: 1,
      rollCall: { key: 'rc-9' },
      rollCalls: [{ key: 'rc-9' }],
    },
  ]);
});

test('a roll call leads to the claims that it is a vote on', async () => {
  const { proposition } = await server.dataOf<{ proposition: { deeds: unknown } }>(
    '{ proposition(key: "rc-2") { deeds { claim { key } sign } } }',
  );
  expect(proposition.deeds).toEqual([{ claim: { key: 'claim' }, sign: -1 }]);
});

test('a vote that the ledger does not hold is told', async () => {
  expect((await wordAndDeed({})).leftOut).toEqual([{ reason: 'NOT_HELD', deed: { symbol: '72/3' } }]);
});

describe('before there are roll calls', () => {
  const before = { scope: { asKnownAt: 1 } };

  test('a stance that was read from a vote tells it', async () => {
    const { rows } = await wordAndDeed(before);
    expect(rows.nodes.map(line)).toEqual(['IN 70/1 CONSISTENT SAME_VOTE']);
    const stance = { key: 'in--claim--2015-12-01' };
    expect(rows.nodes[0]).toMatchObject({
      date: '2015-12-01',
      rollCall: null,
      word: { stance },
      vote: { position: 'NEUTRAL', stance },
    });
  });

  test('no other vote is held', async () => {
    const { leftOut } = await wordAndDeed(before);
    expect(leftOut.map(({ deed, reason }) => `${deed.symbol} ${reason}`)).toEqual([
      '70/1 NOT_HELD',
      '71/2 NOT_HELD',
      '72/3 NOT_HELD',
      '74/9 NOT_HELD',
    ]);
  });
});

test('the word of the day of the vote counts when it is asked for', async () => {
  const { rows } = await wordAndDeed({ parties: ['FR'], word: 'ON_THE_DAY' });
  expect(rows.nodes.map(line)).toEqual(['FR 74/9 SILENT DEED', 'FR 71/2 SILENT DEED', 'FR 70/1 SILENT WORD']);
});

test('what was voted on after the day queried is left out and told', async () => {
  const { rows, leftOut } = await wordAndDeed({ parties: ['US'], scope: { asOf: '2016-06-01' } });
  expect(rows.nodes.map(line)).toEqual(['US 70/1 CONSISTENT']);
  expect(leftOut.map(({ deed, reason }) => `${deed.symbol} ${reason}`)).toEqual([
    '71/2 AFTER_AS_OF',
    '72/3 NOT_HELD',
    '74/9 AFTER_AS_OF',
  ]);
});

test.each<[string, object, readonly string[]]>([
  ['days choose votes, not words', { takenFrom: '2016-12-01', takenBefore: '2019-12-01' }, ['71/2']],
  ['sessions choose votes', { rollCalls: { sessions: [70, 74] } }, ['74/9', '70/1']],
  ['sessions choose votes', { rollCalls: { sessions: [71] } }, ['71/2']],
  ['a roll call that is named chooses itself', { propositions: ['rc-1'] }, ['70/1']],
  ['a claim that is named chooses its votes', { propositions: ['claim'] }, ['74/9', '71/2', '70/1']],
  ['issues choose claims', { issues: ['fire'] }, []],
  ['the issue of the claim chooses its votes', { issues: ['water'] }, ['74/9', '71/2', '70/1']],
])('%s', async (_, scope, symbols) => {
  const { rows } = await wordAndDeed({ parties: ['US'], scope });
  expect(rows.nodes.map(({ deed }) => deed.symbol)).toEqual(symbols);
});

test('bases and confidence choose words', async () => {
  const silent = ['US 74/9 SILENT WORD', 'US 71/2 SILENT WORD', 'US 70/1 SILENT WORD'];
  expect(await linesOf({ parties: ['US'], scope: { bases: ['TREATY'] } })).toEqual(silent);
  expect(await linesOf({ parties: ['US'], scope: { minimumConfidence: 'HIGH' } })).toEqual(silent);
});

test.each<[string, object, string, readonly (number | null)[]]>([
  ['neutral positions are left out', { neutral: 'EXCLUDE' }, 'US 74/9 SOFTER DEED NEUTRAL_EXCLUDED', [0.5, 0, 1]],
  ['an abstention counts as a vote against', { neutral: 'COUNT_AS_OPPOSE' }, 'US 74/9 CONTRARY', [1 / 3, 0, 1]],
  [
    'unanimous roll calls are left out',
    { unanimousRollCalls: 'EXCLUDE' },
    'US 74/9 SOFTER DEED UNANIMOUS_ROLL_CALL',
    [0.5, 0, 1],
  ],
  ['few are no share', { minimumShared: 2 }, 'US 74/9 SOFTER DEED', [1 / 3, 0, null]],
  [
    'a basis weighs nothing',
    { bases: [{ basis: 'OWN_STATEMENT', weight: 0 }] },
    'US 74/9 SOFTER DEED BASIS_WEIGHTLESS',
    [null, null, null],
  ],
])('where %s, the share says so', async (_, policy, first, shares) => {
  const { rows, parties } = await wordAndDeed({ parties: ['US', 'CN', 'FR'], policy });
  expect(rows.nodes[0] && line(rows.nodes[0])).toBe(first);
  expect(parties.map(({ share }) => share)).toEqual(shares);
});

test('a bloc has the word and the vote of its members', async () => {
  const { rows, parties } = await wordAndDeed({ parties: ['pact'] });
  expect(rows.nodes.map(({ deed, word, vote, verdict }) => [deed.symbol, word.state, vote.state, verdict])).toEqual([
    ['74/9', 'DERIVED', 'DERIVED', 'SOFTER'],
    ['71/2', 'DERIVED', 'SPLIT', 'SILENT'],
    ['70/1', 'DERIVED', 'SPLIT', 'SILENT'],
  ]);
  expect(parties[0]).toMatchObject({ share: 0, n: 1, softer: 1, silent: 2 });
});

test('rows can be chosen by verdict and by whether they count, and turned round', async () => {
  expect(await linesOf({}, '(verdicts: [CONTRARY, CONSISTENT], counted: true)')).toEqual([
    'US 71/2 CONTRARY',
    'US 70/1 CONSISTENT',
    'FR 70/1 CONSISTENT',
  ]);
  expect(await linesOf({}, '(counted: false, verdicts: [CONSISTENT])')).toEqual(['IN 70/1 CONSISTENT SAME_VOTE']);
  const turned = await wordAndDeed({ parties: ['US'] }, '(orderBy: DATE_ASC)');
  expect(turned.rows.nodes.map(({ deed }) => deed.symbol)).toEqual(['70/1', '71/2', '74/9']);
});

test('a deed that is taken back is known until then', async () => {
  const withoutDeeds = words.slice(0, words.indexOf('deeds:'));
  await say(database, withoutDeeds, { complete: true });
  await server.seen(3);
  expect(await linesOf({})).toEqual([]);
  expect(await linesOf({ scope: { asKnownAt: 2 } })).toEqual(everyLine);
});
