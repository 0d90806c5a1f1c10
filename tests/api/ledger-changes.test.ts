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
interface Span {
  from: string;
  until: string | null;
}
interface Change {
  revision: { number: number };
  kind: string;
  proposition: Keyed | null;
  bloc: Keyed | null;
  day: string;
  partyCount: number;
  memberships: { member: Keyed; before: Span | null; after: Span | null }[];
  cells: { party: Keyed; before: Cell; after: Cell; documents: Keyed[] }[];
  documents: Keyed[];
}

const cell = '{ state position stance { key } }';
const fields = `revision { number } kind proposition { key } bloc { key } day partyCount
  memberships { member { key } before { from until } after { from until } }
  cells { party { key } before ${cell} after ${cell} documents { key } } documents { key }`;

async function changesOf(
  since: number,
  asKnownAt: number | null = null,
  kinds: readonly string[] | null = null,
): Promise<List<Change>> {
  const { dataset } = await server.dataOf<{ dataset: { changes: List<Change> } }>(
    `query ($since: Int, $asKnownAt: Int, $kinds: [LedgerChangeKind!]) {
      dataset(asKnownAt: $asKnownAt) { changes(since: $since, kinds: $kinds) { totalCount nodes { ${fields} } } }
    }`,
    { since, asKnownAt, kinds },
  );
  return dataset.changes;
}

const unknown = { state: 'UNKNOWN', position: null, stance: null };

const about = ({ proposition, bloc }: Change) => (proposition ?? bloc)?.key;

test('the newest come first, one for each revision and proposition, bloc or group', async () => {
  const { totalCount, nodes } = await changesOf(1);
  expect(totalCount).toBe(nodes.length);
  expect(nodes.map((change) => [change.revision.number, change.kind, about(change), change.day])).toEqual([
    [12, 'ROLL_CALL', 'a-vote', '2020-10-01'],
    [11, 'CLAIM', 'nato-sweden', '1999-05-01'],
    [10, 'CLAIM', 'old-proposition', '2020-01-01'],
    [9, 'CLAIM', 'old-proposition', '2020-01-01'],
    [7, 'CLAIM', 'old-proposition', '2020-01-01'],
    [6, 'MEMBERS', 'quad', '2025-01-01'],
    [2, 'CLAIM', 'nato-sweden', '2022-03-08'],
  ]);
});

test('only some kinds', async () => {
  const revisionsOf = async (...kinds: string[]) =>
    (await changesOf(1, null, kinds)).nodes.map(({ revision }) => revision.number);
  expect(await revisionsOf('MEMBERS')).toEqual([6]);
  expect(await revisionsOf('ROLL_CALL', 'MEMBERS')).toEqual([12, 6]);
  expect(await revisionsOf()).toEqual([]);
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

  test('of a member that left', async () => {
    const [left] = (await changesOf(5, 6)).nodes;
    expect(left).toMatchObject({
      kind: 'MEMBERS',
      bloc: { key: 'quad' },
      proposition: null,
      partyCount: 1,
      cells: [],
      documents: [],
    });
    expect(left?.memberships).toEqual([
      {
        member: { key: 'JP' },
        before: { from: '2017-11-12', until: null },
        after: { from: '2017-11-12', until: '2025-01-01' },
      },
    ]);
  });

  test('of the members that a bloc began with', async () => {
    const quad = (await changesOf(0, 1, ['MEMBERS'])).nodes.find((change) => about(change) === 'quad');
    expect(quad?.memberships.map(({ member, before }) => [member.key, before])).toEqual([
      ['AU', null],
      ['IN', null],
      ['JP', null],
      ['US', null],
    ]);
    expect(quad?.partyCount).toBe(4);
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
            totalCount pageInfo { endCursor hasNextPage }
            nodes { revision { number } kind partyCount proposition { key } bloc { key } cells { party { key } } memberships { member { key } } }
          } }
        }`,
        { after },
      );
    keys.push(...dataset.changes.nodes.map((change) => `${change.revision.number} ${change.kind} ${about(change)}`));
    for (const { partyCount, cells, memberships } of dataset.changes.nodes) {
      const parties = [...cells.map(({ party }) => party), ...memberships.map(({ member }) => member)];
      expect(new Set(parties.map(({ key }) => key)).size).toBe(partyCount);
      expect(partyCount).toBeGreaterThan(0);
    }
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
