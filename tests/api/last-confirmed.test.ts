import { beforeAll, describe, expect, test } from 'vitest';
import { say } from '../ingest/say.ts';
import { confirmedAndNot, lastConfirmed } from '../support/confirmed-and-not.ts';
import { useDatabase } from '../support/database.ts';
import { type Keyed, keysOf, type List, useServer } from './running-server.ts';

const database = useDatabase('migrated');
const server = useServer(database);

beforeAll(async () => {
  for (const [index, text] of confirmedAndNot.entries()) {
    expect(await say(database, text)).toMatchObject({ status: 'REVISED' });
    // The server follows from revision to revision; to read everything anew at the end is another way.
    await server.seen(index + 1);
  }
});

interface Cell {
  readonly state: string;
  readonly lastConfirmed: string | null;
  readonly stance: { readonly lastConfirmed: string } | null;
}

const revisions = lastConfirmed.map((day, index) => [index + 1, day] as const);

describe.each(revisions)('at revision %d China is known to have said it last on %s', (asKnownAt, day) => {
  test('by the stance itself', async () => {
    const { stance } = (await server.dataOf(
      'query ($asKnownAt: Int) { stance(key: "cn--c--2001-02-03", asKnownAt: $asKnownAt) { lastConfirmed } }',
      { asKnownAt },
    )) as { stance: object };
    expect(stance).toEqual({ lastConfirmed: day });
  });

  test('in a cell', async () => {
    const [cell] = await cellsOf({ asKnownAt });
    expect(cell).toEqual({ state: 'HELD', lastConfirmed: day, stance: { lastConfirmed: day } });
  });

  test('in a scope of what was confirmed since: kept up to that day, left out after it', async () => {
    const after = `${day.slice(0, -1)}${Number(day.slice(-1)) + 1}`;
    expect((await cellsOf({ asKnownAt, confirmedSince: day }))[0]).toMatchObject({ state: 'HELD' });
    expect((await cellsOf({ asKnownAt, confirmedSince: after }))[0]?.state ?? 'NONE').not.toBe('HELD');
    const { scope } = await comparisonOf({ asKnownAt, confirmedSince: after });
    expect(scope.confirmedSince).toBe(after);
  });

  test('in a list', async () => {
    const listed = async (confirmedSince: string) => {
      const { stances } = await server.dataOf<{ stances: List<Keyed> }>(
        `query ($asKnownAt: Int, $confirmedSince: Date) {
          stances(asKnownAt: $asKnownAt, filter: { parties: ["CN"], kinds: [CLAIM], confirmedSince: $confirmedSince }) {
            totalCount nodes { key } } }`,
        { asKnownAt, confirmedSince },
      );
      return keysOf(stances);
    };
    expect(await listed(day)).toEqual(['cn--c--2001-02-03']);
    expect(await listed('2020-05-02')).toEqual([]);
  });
});

async function comparisonOf(scope: object, parties = ['CN', 'RU']) {
  const { comparison } = await server.dataOf<{
    comparison: { scope: { confirmedSince: string | null }; rows: { nodes: { cells: Cell[] }[] } };
  }>(
    `query ($parties: [String!]!, $scope: ScopeInput) { comparison(parties: $parties, scope: $scope) {
      scope { confirmedSince }
      rows(verdicts: [AGREE, DIVIDED, MIXED, NEUTRAL, UNKNOWN]) { nodes { cells { state lastConfirmed stance { lastConfirmed } } } }
    } }`,
    { parties, scope },
  );
  return comparison;
}

const cellsOf = async (scope: object) => (await comparisonOf(scope)).rows.nodes.flatMap(({ cells }) => cells);

test('a document that is older than the stance it shows makes the stance no older', async () => {
  expect((await cellsOf({}))[1]).toMatchObject({ lastConfirmed: '2002-01-01' });
});

test('a vote is of its day, an absence has no such day; both are left out of what was confirmed since', async () => {
  expect(await cellsOf({ propositions: ['r'] })).toEqual([
    { state: 'HELD', lastConfirmed: '2001-01-01', stance: { lastConfirmed: '2001-01-01' } },
    { state: 'ABSENT', lastConfirmed: null, stance: null },
  ]);
  expect(await cellsOf({ propositions: ['r'], confirmedSince: '2001-01-01' })).toHaveLength(2);
  expect(await cellsOf({ propositions: ['r'], confirmedSince: '2001-01-02' })).toEqual([]);
});

test('a table has the day beside the position', async () => {
  const response = await fetch(new URL('/q/comparison.csv?asKnownAt=2', server.url()));
  const [header = '', ...lines] = (await response.text()).split('\r\n');
  const column = header.split(',').indexOf('last_confirmed');
  expect(lines.map((line) => line.split(',')[column]).filter(Boolean)).toEqual(['2020-05-01', '2002-01-01']);
});

describe('a number whose evidence is old says so', () => {
  const warningsOf = async (scope: object) => {
    const { agreement } = await server.dataOf<{
      agreement: { warnings: { code: string; count: number; message: string }[] };
    }>(
      `query ($scope: ScopeInput) { agreement(parties: ["CN", "RU"], scope: $scope) { warnings { code count message } } }`,
      { scope },
    );
    return agreement.warnings.filter(({ code }) => code === 'STALE');
  };

  test('with the count, and the day from which on it would not be', async () => {
    expect(await warningsOf({ asOf: '2024-05-06' })).toEqual([
      {
        code: 'STALE',
        count: 1,
        message:
          '1 of the 1 comparisons that count rest on a stance that was last confirmed before 2019-05-06, five years before 2024-05-06.',
      },
    ]);
  });

  test('by the older of the two stances, to the day', async () => {
    // Russia's is of 1 January 2002, China's is older or newer.
    expect(await warningsOf({ asKnownAt: 2, asOf: '2007-01-01' })).toEqual([]);
    expect(await warningsOf({ asKnownAt: 2, asOf: '2007-01-02' })).toHaveLength(1);
    expect(await warningsOf({ asKnownAt: 1, asOf: '2006-02-03' })).toEqual([]);
    expect(await warningsOf({ asKnownAt: 1, asOf: '2006-02-04' })).toHaveLength(1);
  });
});
