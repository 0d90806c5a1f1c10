import { beforeAll, describe, expect, test } from 'vitest';
import { say } from '../ingest/say.ts';
import { useDatabase } from '../support/database.ts';
import { comeAndGone } from './come-and-gone.ts';
import { fiveRevisions } from './five-revisions.ts';
import { type Keyed, type List, useServer } from './running-server.ts';

const database = useDatabase('seeded');
const server = useServer(database);

const backfilled = `
propositions:
  - key: nato-sweden
    issues: [nato-enlargement]
    text: Sweden should join NATO.
    note: Accession completed 7 March 2024.
    stances:
      - party: SE
        from: 1999-05-01
        position: OPPOSE
        basis: OWN_STATEMENT
        confidence: LOW
        citations: [{ document: se-andersson-2022-03-08, locator: none, verification: VERIFIED }]
`;

const votes = `
propositions:
  - key: a-vote
    kind: ROLL_CALL
    text: A vote.
    rollCall: { body: ASSEMBLY, session: 1, tabled: 2020-10-01, scope: WHOLE }
    stances: [{ party: CN, from: 2020-10-01, position: SUPPORT, basis: VOTE, confidence: HIGH }]
    absences: [{ party: RU, on: 2020-10-01 }]
`;

// Revision 2 corrects a stance of Sweden, 3 its citation; 7 to 10 add, amend, retire and bring back X-OLD; 11 records what Sweden held long before, 12 votes.
beforeAll(async () => {
  const all = [
    ...fiveRevisions,
    ...comeAndGone,
    [backfilled, { source: 'old' }],
    [votes, { source: 'votes' }],
  ] as const;
  for (const [text, options] of all) expect(await say(database, text, options)).toMatchObject({ status: 'REVISED' });
  await server.seen(12);
});

interface Cell {
  state: string;
  position: string | null;
  stance: Keyed | null;
}
interface Change {
  revision: { number: number };
  proposition: Keyed;
  day: string;
  cells: { party: Keyed; before: Cell; after: Cell; documents: Keyed[] }[];
  documents: Keyed[];
}

const cell = '{ state position stance { key } }';
const fields = `revision { number } proposition { key } day
  cells { party { key } before ${cell} after ${cell} documents { key } } documents { key }`;

async function changesOf(since: number, asKnownAt: number | null = null): Promise<List<Change>> {
  const { dataset } = await server.dataOf<{ dataset: { changes: List<Change> } }>(
    `query ($since: Int, $asKnownAt: Int) {
      dataset(asKnownAt: $asKnownAt) { changes(since: $since) { totalCount nodes { ${fields} } } }
    }`,
    { since, asKnownAt },
  );
  return dataset.changes;
}

const unknown = { state: 'UNKNOWN', position: null, stance: null };

test('the newest come first, one for each revision and proposition', async () => {
  const { totalCount, nodes } = await changesOf(1);
  expect(totalCount).toBe(nodes.length);
  expect(nodes.map(({ revision, proposition, day }) => [revision.number, proposition.key, day])).toEqual([
    [12, 'a-vote', '2020-10-01'],
    [11, 'nato-sweden', '1999-05-01'],
    [10, 'old-proposition', '2020-01-01'],
    [9, 'old-proposition', '2020-01-01'],
    [7, 'old-proposition', '2020-01-01'],
    [2, 'nato-sweden', '2022-03-08'],
  ]);
});

describe('says what was and what is', () => {
  test('of a vote, and of an absence', async () => {
    const [vote] = (await changesOf(11)).nodes;
    expect(vote?.cells).toEqual([
      {
        party: { key: 'CN' },
        before: unknown,
        after: { state: 'HELD', position: 'SUPPORT', stance: { key: 'cn--a-vote--2020-10-01' } },
        documents: [],
      },
      { party: { key: 'RU' }, before: unknown, after: { ...unknown, state: 'ABSENT' }, documents: [] },
    ]);
  });

  test('of what is recorded of long ago: of that day, not of today', async () => {
    const [old] = (await changesOf(10, 11)).nodes;
    expect(old?.cells).toMatchObject([
      { party: { key: 'SE' }, before: unknown, after: { state: 'HELD', position: 'OPPOSE' } },
    ]);
    expect(old?.documents).toEqual([{ key: 'se-andersson-2022-03-08' }]);
  });

  test('of a correction: both readings', async () => {
    const [corrected] = (await changesOf(1, 2)).nodes;
    expect(corrected).toMatchObject({
      revision: { number: 2 },
      cells: [
        { party: { key: 'SE' }, before: { state: 'HELD', position: 'OPPOSE' }, after: { position: 'LEAN_OPPOSE' } },
      ],
    });
    expect(corrected?.documents).toEqual(corrected?.cells[0]?.documents);
  });

  test('of what was taken back', async () => {
    const [gone] = (await changesOf(8, 9)).nodes;
    expect(gone?.cells).toMatchObject([
      { party: { key: 'X-OLD' }, before: { state: 'HELD', position: 'SUPPORT' }, after: unknown, documents: [] },
    ]);
  });
});

test('the whole ledger is there, page by page', async () => {
  const keys: string[] = [];
  let after: string | null = null;
  for (;;) {
    const {
      dataset,
    }: { dataset: { changes: List<Change> & { pageInfo: { endCursor: string; hasNextPage: boolean } } } } =
      await server.dataOf(
        `query ($after: String) {
          dataset { changes(first: 100, after: $after) {
            totalCount pageInfo { endCursor hasNextPage } nodes { revision { number } proposition { key } cells { party { key } } }
          } }
        }`,
        { after },
      );
    keys.push(...dataset.changes.nodes.map(({ revision, proposition }) => `${revision.number} ${proposition.key}`));
    for (const { cells } of dataset.changes.nodes) expect(cells.length).toBeGreaterThan(0);
    if (!dataset.changes.pageInfo.hasNextPage) {
      expect(keys.length).toBe(dataset.changes.totalCount);
      break;
    }
    after = dataset.changes.pageInfo.endCursor;
  }
  expect(new Set(keys).size).toBe(keys.length);
});

test('nothing is newer than the newest, and a revision that is not there is refused', async () => {
  expect(await changesOf(12)).toEqual({ totalCount: 0, nodes: [] });
  expect(await server.errorOf('{ dataset { changes(since: 13) { totalCount } } }')).toMatchObject({
    code: 'BAD_INPUT',
    message: 'since: found 13, expected a revision from 0 to 12.',
  });
});
