import { beforeAll, describe, expect, test } from 'vitest';
import { say } from '../ingest/say.ts';
import { useDatabase } from '../support/database.ts';
import { comeAndGone } from './come-and-gone.ts';
import { fiveRevisions } from './five-revisions.ts';
import { type Keyed, keysOf, type List, useServer } from './running-server.ts';
import { recordStatements } from './statements.ts';

const database = useDatabase('seeded');
const server = useServer(database);

// Revision 2 corrects a stance of Sweden, 3 its citation; 7 to 10 add, amend, retire and bring back X-OLD.
beforeAll(async () => {
  for (const [text, options] of [...fiveRevisions, ...comeAndGone]) {
    expect(await say(database, text, options)).toMatchObject({ status: 'REVISED' });
  }
  await server.seen(10);
});

interface Cell {
  state: string;
  position: string | null;
  stance: Keyed | null;
}
interface Change {
  proposition: Keyed;
  verdictBefore: string;
  verdictAfter: string;
  sideBefore: string | null;
  sideAfter: string | null;
  cells: { party: Keyed; before: Cell; after: Cell; documents: Keyed[] }[];
  documents: Keyed[];
}
const cell = '{ state position stance { key } }';
const fields = `proposition { key } verdictBefore verdictAfter sideBefore sideAfter
  cells { party { key } before ${cell} after ${cell} documents { key } } documents { key }`;

const ask = (parties: string[], points: string, scope: object = {}, selection = fields) =>
  [
    `query ($parties: [String!]!, $scope: ScopeInput) {
    comparison(parties: $parties, scope: $scope) { changes(${points}) { totalCount nodes { ${selection} } } }
  }`,
    { parties, scope },
  ] as const;

async function changesOf(...question: Parameters<typeof ask>): Promise<readonly Change[]> {
  const { comparison } = await server.dataOf<{ comparison: { changes: List<Change> } }>(...ask(...question));
  expect(comparison.changes.totalCount).toBe(comparison.changes.nodes.length);
  return comparison.changes.nodes;
}

describe('between two days', () => {
  const days = 'from: { date: "2022-03-31" }, to: { date: "2022-06-01" }';
  const scope = { issues: ['nato-enlargement'], propositions: ['nato-sweden', 'nato-finland'] };

  test('tells the cells and the verdict that changed, and which documents did it', async () => {
    const [finland, sweden] = await changesOf(['SE', 'FI'], days, scope);
    expect(finland).toMatchObject({ proposition: { key: 'nato-finland' } });
    expect(sweden).toEqual({
      proposition: { key: 'nato-sweden' },
      verdictBefore: 'UNKNOWN',
      verdictAfter: 'UNKNOWN',
      sideBefore: null,
      sideAfter: null,
      cells: [
        {
          party: { key: 'SE' },
          before: { state: 'HELD', position: 'LEAN_OPPOSE', stance: { key: 'se--nato-sweden--2022-03-08' } },
          after: { state: 'HELD', position: 'SUPPORT', stance: { key: 'se--nato-sweden--2022-05-16' } },
          documents: sweden?.documents,
        },
      ],
      documents: sweden?.documents,
    });
    const { stance } = await server.dataOf<{ stance: { citations: { document: Keyed }[] } }>(
      '{ stance(key: "se--nato-sweden--2022-05-16") { citations { document { key } } } }',
    );
    expect(sweden?.documents).toEqual(stance.citations.map(({ document }) => document));
  });

  test('tells a verdict that turned', async () => {
    const turn = 'from: { date: "2022-05-15" }, to: { date: "2022-05-16" }';
    expect(await changesOf(['RU', 'SE'], turn, { propositions: ['nato-sweden'] })).toMatchObject([
      {
        verdictBefore: 'AGREE',
        sideBefore: 'OPPOSE',
        verdictAfter: 'DIVIDED',
        sideAfter: null,
        cells: [{ party: { key: 'RU' } }, { party: { key: 'SE' } }],
      },
    ]);
  });

  test('the other way round it is the other way round', async () => {
    const there = await changesOf(['SE', 'RU'], days, scope);
    const back = await changesOf(['SE', 'RU'], 'to: { date: "2022-03-31" }, from: { date: "2022-06-01" }', scope);
    expect(back.map(({ verdictAfter, cells }) => [verdictAfter, cells.map(({ after }) => after)])).toEqual(
      there.map(({ verdictBefore, cells }) => [verdictBefore, cells.map(({ before }) => before)]),
    );
  });

  test('is read as known at the revision of the comparison', async () => {
    const [sweden] = await changesOf(['SE'], days, { propositions: ['nato-sweden'], asKnownAt: 1 });
    expect(sweden?.cells[0]?.before.position).toBe('OPPOSE');
  });

  test('is what the two comparisons say one by one', async () => {
    const parties = ['CN', 'RU', 'US', 'IN', 'DE'];
    const held = async (asOf: string) => {
      const { comparison } = await server.dataOf<{
        comparison: {
          rows: List<{ proposition: Keyed; verdict: string; cells: { state: string; position: string }[] }>;
        };
      }>(
        `query ($parties: [String!]!, $asOf: Date) { comparison(parties: $parties, scope: { asOf: $asOf }) {
          rows(first: 250, verdicts: [AGREE, DIVIDED, NEUTRAL, MIXED, UNKNOWN]) {
            nodes { proposition { key } verdict cells { state position } } } } }`,
        { parties, asOf },
      );
      return new Map(comparison.rows.nodes.map((row) => [row.proposition.key, row]));
    };
    const [before, after] = [await held('2001-01-01'), await held('2020-01-01')];
    const nothing = { verdict: 'UNKNOWN', cells: parties.map(() => ({ state: 'UNKNOWN', position: null })) };
    const expected = [...new Set([...before.keys(), ...after.keys()])].filter(
      (key) => JSON.stringify((before.get(key) ?? nothing).cells) !== JSON.stringify((after.get(key) ?? nothing).cells),
    );
    const points = 'from: { date: "2001-01-01" }, to: { date: "2020-01-01" }, depth: POSITION, first: 250';
    const changes = await changesOf(parties, points);
    expect(changes.map(({ proposition }) => proposition.key).toSorted()).toEqual(expected.toSorted());
    expect(changes.length).toBeGreaterThan(5);
    for (const { proposition, verdictBefore, verdictAfter } of changes) {
      expect([verdictBefore, verdictAfter]).toEqual([
        (before.get(proposition.key) ?? nothing).verdict,
        (after.get(proposition.key) ?? nothing).verdict,
      ]);
    }
  });

  test('is in the order of issue and key, page by page', async () => {
    const points = 'from: { date: "1990-01-01" }, to: { date: "2024-01-01" }';
    const all = await changesOf(['CN', 'RU', 'US'], `${points}, first: 250`, {}, 'proposition { key issues { key } }');
    const issue = (change: Change) => (change.proposition as unknown as { issues: Keyed[] }).issues[0]?.key ?? '~';
    const names = all.map((change) => `${issue(change)} ${change.proposition.key}`);
    expect(names).toEqual(names.toSorted((a, b) => (a < b ? -1 : 1)));
    const { comparison } = await server.dataOf<{ comparison: { changes: List<Change> } }>(
      ...ask(['CN', 'RU', 'US'], `${points}, last: 2`),
    );
    expect(keysOf({ nodes: comparison.changes.nodes.map(({ proposition }) => proposition) })).toEqual(
      all.slice(-2).map(({ proposition }) => proposition.key),
    );
  });
});

describe('between two revisions', () => {
  const scope = { propositions: ['nato-sweden'], asOf: '2022-05-15' };

  test('a corrected stance is told, with the verdict and the document', async () => {
    const changes = await changesOf(['SE', 'RU'], 'from: { revision: 1 }, to: { revision: 2 }', scope);
    expect(changes).toMatchObject([
      {
        verdictBefore: 'AGREE',
        sideBefore: 'OPPOSE',
        verdictAfter: 'AGREE',
        sideAfter: 'OPPOSE',
        cells: [
          {
            party: { key: 'SE' },
            before: { position: 'OPPOSE' },
            after: { position: 'LEAN_OPPOSE' },
            documents: [{ key: 'se-andersson-2022-03-08' }],
          },
        ],
      },
    ]);
  });

  test('other citations of the same stance are told when they are asked for, with none that was there before', async () => {
    const points = 'from: { revision: 2 }, to: { revision: 3 }';
    expect(await changesOf(['SE'], points, scope)).toEqual([]);
    expect(await changesOf(['SE'], `${points}, depth: CITATION`, scope)).toMatchObject([
      {
        cells: [{ before: { position: 'LEAN_OPPOSE' }, after: { position: 'LEAN_OPPOSE' } }],
        documents: [{ key: 'se-andersson-2022-03-08' }],
      },
    ]);
  });

  test('what came and went is told in the words of its time', async () => {
    const gone = await changesOf(
      ['X-OLD'],
      'from: { revision: 8 }, to: { revision: 9 }',
      { asKnownAt: 8 },
      'proposition { key text } cells { before { state } after { state } documents { key } }',
    );
    expect(gone).toEqual([
      {
        proposition: { key: 'old-proposition', text: 'What second says holds.' },
        cells: [{ before: { state: 'HELD' }, after: { state: 'UNKNOWN' }, documents: [] }],
      },
    ]);
  });
});

test('a question about the past is answered in the words of then, also after the changes since were asked', async () => {
  const scope = { issues: ['old-issue'], propositions: ['old-proposition'] };
  await changesOf(['X-OLD', 'CN'], 'from: { revision: 7 }, to: { revision: 8 }', scope);
  const { comparison } = await server.dataOf<{ comparison: object }>(
    `query ($scope: ScopeInput) { comparison(parties: ["X-OLD", "CN"], scope: $scope) {
      parties { name } scope { issues { name } propositions { text } } issues { issue { name } } } }`,
    { scope: { ...scope, asKnownAt: 7 } },
  );
  expect(comparison).toEqual({
    parties: [{ name: 'Old first' }, { name: 'China' }],
    scope: { issues: [{ name: 'Issue first' }], propositions: [{ text: 'What first says holds.' }] },
    issues: [{ issue: { name: 'Issue first' } }],
  });
});

describe('a point is refused', () => {
  test.each([
    [
      'that does not exist',
      'from: { revision: 1 }, to: { revision: 11 }',
      /to\.revision: found 11, expected a revision from 0 to 10/,
    ],
    [
      'that is both a day and a revision',
      'from: { revision: 1, date: "2020-01-01" }, to: { revision: 1 }',
      /exactly one/i,
    ],
    ['that is nothing', 'from: {}, to: { revision: 1 }', /exactly one/i],
  ])('%s', async (_what, points, says) => {
    const [query, variables] = ask(['CN'], points);
    expect((await server.errorOf(query, variables)).message).toMatch(says);
  });
});

test('changes need no statement; with documents as many for many rows as for few', async () => {
  const sent = recordStatements(database.pool);
  const cost = async (first: number, selection: string) => {
    sent.length = 0;
    const points = `from: { date: "1990-01-01" }, to: { date: "2024-01-01" }, first: ${first}`;
    await server.dataOf(...ask(['CN', 'RU', 'US'], points, {}, selection));
    return sent.length;
  };
  expect(await cost(50, 'proposition { text } cells { before { position } after { position stance { key } } }')).toBe(
    0,
  );
  expect(await cost(2, 'documents { title } cells { documents { title } }')).toBe(2);
  expect(await cost(20, 'documents { title } cells { documents { title } }')).toBe(2);
});
