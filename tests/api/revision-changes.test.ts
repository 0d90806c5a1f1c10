import { beforeAll, describe, expect, test } from 'vitest';
import { tableNames } from '#ledger/tables/ledger-rows.ts';
import { say } from '../ingest/say.ts';
import { useDatabase } from '../support/database.ts';
import { comeAndGone } from './come-and-gone.ts';
import { fiveRevisions } from './five-revisions.ts';
import { type Keyed, keysOf, type List, useServer } from './running-server.ts';

const database = useDatabase('seeded');
const server = useServer(database);

// After the seed files: 2 to 6 correct and retire, 7 to 10 add, amend, retire and bring back.
beforeAll(async () => {
  for (const [text, options] of [...fiveRevisions, ...comeAndGone]) {
    expect(await say(database, text, options)).toMatchObject({ status: 'REVISED' });
  }
  await server.seen(10);
});

interface Count {
  kind: string;
  added: number;
  amended: number;
  retired: number;
}

/** What revisions changed, without what they did not: `{ STANCE: '1 0 1' }` is one stance added, none amended, one retired. */
async function countsOf(number: number): Promise<Record<string, string>> {
  const { revision } = await server.dataOf<{ revision: { counts: Count[] } }>(
    'query ($number: Int!) { revision(number: $number) { counts { kind added amended retired } } }',
    { number },
  );
  const changed = revision.counts.filter(({ added, amended, retired }) => added + amended + retired > 0);
  return Object.fromEntries(
    changed.map(({ kind, added, amended, retired }) => [kind, `${added} ${amended} ${retired}`]),
  );
}

const everyRecord = (what: string) => ({
  PARTY: what,
  ISSUE: what,
  DOCUMENT: what,
  SIGNATORY: what,
  PROPOSITION: what,
  PROPOSITION_ISSUE: what,
  STANCE: what,
  CITATION: what,
  PASSAGE: what,
  PASSAGE_PARTY: what,
});
const texts = '0 1 0';

test.each([
  ['a stance is corrected', 2, { STANCE: '1 0 1', CITATION: '1 0 1' }],
  ['a citation is corrected', 3, { CITATION: '1 0 1' }],
  ['a document is added', 4, { DOCUMENT: '1 0 0', SIGNATORY: '2 0 0' }],
  ['and retired', 5, { DOCUMENT: '0 0 1', SIGNATORY: '0 0 2' }],
  ['something of every kind is added', 7, everyRecord('1 0 0')],
  ['texts are amended', 8, { PARTY: texts, ISSUE: texts, DOCUMENT: texts, PROPOSITION: texts, PASSAGE: texts }],
  ['all of it is retired', 9, everyRecord('0 0 1')],
  ['and comes back', 10, everyRecord('1 0 0')],
])('%s: revision %d counts it', async (_what, number, expected) => {
  expect(await countsOf(number)).toEqual(expected);
});

test('a revision counts every kind, and what it did not change as 0', async () => {
  const { revision } = await server.dataOf<{ revision: { counts: Count[] } }>(
    '{ revision(number: 3) { counts { kind added amended retired } } }',
  );
  expect(revision.counts).toHaveLength(tableNames.length);
  expect(revision.counts).toContainEqual({ kind: 'PARTY', added: 0, amended: 0, retired: 0 });
});

interface Changes {
  revision: {
    addedStances: List<Keyed & { position: string }>;
    retiredStances: List<Keyed & { position: string; citations: object[] }>;
    amendments: List<Keyed & { kind: string; fields: object[] }>;
  };
}
const changesOf = async (number: number) => {
  const query = `query ($number: Int!) { revision(number: $number) {
    addedStances { totalCount nodes { key position } }
    retiredStances { totalCount nodes { key position citations { locator } } }
    amendments { totalCount nodes { kind key fields { name before after } } }
  } }`;
  return (await server.dataOf<Changes>(query, { number })).revision;
};

test('a revision tells which stances it added and retired, as they were', async () => {
  const { addedStances, retiredStances } = await changesOf(2);
  const key = 'se--nato-sweden--2022-03-08';
  expect(addedStances.nodes).toEqual([{ key, position: 'LEAN_OPPOSE' }]);
  expect(retiredStances.nodes).toEqual([{ key, position: 'OPPOSE', citations: [{ locator: null }] }]);
  expect((await changesOf(1)).addedStances.totalCount).toBe(572);
});

test('a revision tells which texts it changed, from what to what', async () => {
  const { amendments } = await changesOf(8);
  expect(amendments.nodes).toEqual([
    { kind: 'PARTY', key: 'X-OLD', fields: [{ name: 'name', before: 'Old first', after: 'Old second' }] },
    {
      kind: 'ISSUE',
      key: 'old-issue',
      fields: [
        { name: 'name', before: 'Issue first', after: 'Issue second' },
        { name: 'summary', before: 'About first.', after: 'About second.' },
      ],
    },
    {
      kind: 'DOCUMENT',
      key: 'old-document',
      fields: [{ name: 'title', before: 'Document first', after: 'Document second' }],
    },
    {
      kind: 'PROPOSITION',
      key: 'old-proposition',
      fields: [{ name: 'text', before: 'What first says holds.', after: 'What second says holds.' }],
    },
    { kind: 'PASSAGE', key: 'old-passage', fields: [{ name: 'verb', before: 'first', after: 'second' }] },
  ]);
  expect((await changesOf(9)).amendments.nodes).toEqual([]);
  expect(keysOf((await changesOf(10)).amendments)).toContain('X-OLD');
});

describe('revisions are found', () => {
  const numbers = async (args: string) => {
    const query = `{ revisions(${args}) { nodes { number time } } }`;
    return (await server.dataOf<{ revisions: List<{ number: number; time: string }> }>(query)).revisions.nodes;
  };

  test('by source and author', async () => {
    expect((await numbers('source: "notes"')).map(({ number }) => number)).toEqual([5, 4]);
    expect((await numbers('author: "tester", source: "seeds"')).map(({ number }) => number)).toEqual([6, 3, 2]);
    expect(await numbers('author: "nobody"')).toEqual([]);
  });

  test('by time: from a moment on, and before it', async () => {
    const all = await numbers('first: 10');
    const time = all.find(({ number }) => number === 6)?.time;
    const from = await numbers(`timeFrom: "${time}"`);
    const before = await numbers(`timeBefore: "${time}"`);
    expect([...from, ...before]).toEqual(all);
    expect(from.map(({ number }) => number)).toContain(6);
    expect(before.map(({ number }) => number)).toContain(1);
  });
});

describe('the versions of a stance', () => {
  interface Version {
    id: string;
    position: string;
    addedIn: { number: number };
    retiredIn: { number: number } | null;
  }
  const versions = 'versions { id position addedIn { number } retiredIn { number } citations { locator } }';

  test.each([1, 2, 10])('are all that were recorded, the oldest first, when revision %d is asked', async (r) => {
    const { stance } = await server.dataOf<{ stance: { versions: Version[] } }>(
      `query ($r: Int) { stance(key: "se--nato-sweden--2022-03-08", asKnownAt: $r) { ${versions} } }`,
      { r },
    );
    expect(stance.versions).toMatchObject([
      { position: 'OPPOSE', addedIn: { number: 1 }, retiredIn: { number: 2 }, citations: [{ locator: null }] },
      { position: 'LEAN_OPPOSE', addedIn: { number: 2 }, retiredIn: null, citations: [{ locator: 'line 3' }] },
    ]);
    expect(new Set(stance.versions.map(({ id }) => id)).size).toBe(2);
  });

  test('are one of a stance that was never corrected', async () => {
    const { stance } = await server.dataOf<{ stance: { versions: Version[] } }>(
      `{ stance(key: "cn--tw-inalienable--1972-12-22") { ${versions} } }`,
    );
    expect(stance.versions).toHaveLength(1);
  });

  test('tell a withdrawn one from one that came back', async () => {
    const { stance } = await server.dataOf<{ stance: { versions: Version[] } }>(
      `{ stance(key: "x-old--old-proposition--2020-01-01") { ${versions} } }`,
    );
    expect(stance.versions.map(({ addedIn, retiredIn }) => [addedIn.number, retiredIn?.number ?? null])).toEqual([
      [7, 9],
      [10, null],
    ]);
  });
});
