import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../support/database.ts';
import { importSample } from './sample.ts';

const database = useDatabase('seeded');

const ask = async (sql: string, ...values: readonly unknown[]) =>
  (await database.pool.query<Record<string, unknown>>(sql, [...values])).rows;

beforeAll(async () => {
  expect(await importSample(database)).toEqual({
    status: 'REVISED',
    revision: 2,
    changes: {
      party: { added: 39, amended: 0, retired: 0 },
      issue: { added: 6, amended: 0, retired: 0 },
      document: { added: 15, amended: 0, retired: 0 },
      proposition: { added: 15, amended: 0, retired: 0 },
      propositionIssue: { added: 7, amended: 0, retired: 0 },
      stance: { added: 30, amended: 0, retired: 0 },
      absence: { added: 4, amended: 0, retired: 0 },
    },
  });
});

test('the revision says who, why, and that the source is unga', async () => {
  expect(await ask('SELECT author, source, message FROM revision WHERE number = 2')).toEqual([
    { author: 'tester', source: 'unga', message: 'a test' },
  ]);
});

test('a roll call becomes a proposition with its session, symbol, month, importance and tally', async () => {
  const rows = await ask(
    `SELECT kind, text, short_title, note, body, session, symbol, tabled_on::text, tabled_on_precision AS precision, text_scope AS scope, important,
       yes, no, abstain FROM proposition WHERE key = 'unga-11'`,
  );
  expect(rows).toEqual([
    {
      kind: 'ROLL_CALL',
      text: 'TO ADOPT "PARAGRAPH" 2.',
      short_title: 'TRUSTEESHIP',
      note: null,
      body: 'UNGA',
      session: 1,
      symbol: 'R/1/110',
      tabled_on: '1946-02-05',
      precision: 'MONTH',
      scope: 'PARAGRAPH',
      important: false,
      yes: 2,
      no: 1,
      abstain: 0,
    },
  ]);
});

test('a roll call has a document of its own, which is what its votes cite', async () => {
  const rows = await ask(
    `SELECT document.key, title, publisher, document.kind, date::text, precision, document.symbol, addresses, verification, document.note
     FROM document JOIN proposition ON document_id = document.id WHERE proposition.key = 'unga-4001'`,
  );
  expect(rows).toEqual([
    {
      key: 'unga-4001',
      title: 'Small arms',
      publisher: 'UN General Assembly',
      kind: 'UN_RESOLUTION_VOTE',
      date: '2003-11-04',
      precision: 'DAY',
      symbol: 'R/58/1',
      addresses: [{ url: 'https://doi.org/10.7910/DVN/LEJUQZ', read: true, note: 'rcid 4001' }],
      verification: 'VERIFIED',
      note: null,
    },
  ]);
});

describe.each([
  ['unga-1000', 'TO ADOPT THE RESOLUTION.', 'the description, without space around it'],
  ['unga-1190', 'TO ADOPT RESOLUTION 2758. 0 0', 'the description, without control characters'],
  ['unga-2400', 'A record over three lines', 'the description, in one line'],
  ['unga-4002', 'PALESTINE', 'the short title where there is no description'],
  ['unga-4003', 'R/61/1', 'the symbol where there is no title either'],
  ['unga-4004', 'Roll call 4004', 'the number where there is nothing'],
])('%s', (key, text, what) => {
  test(`is called by ${what}`, async () => {
    expect(await ask('SELECT text FROM proposition WHERE key = $1', key)).toEqual([{ text }]);
    expect(await ask('SELECT title FROM document WHERE key = $1', key)).toEqual([{ title: text }]);
  });
});

test.each([
  ['AMENDMENT', 'one marked as on an amendment', 'unga-3'],
  ['AMENDMENT', 'one marked as on an amendment to a paragraph', 'unga-12'],
  ['PARAGRAPH', 'one marked as on a paragraph', 'unga-11'],
  ['WHOLE', 'one of an early session marked as on neither', 'unga-1190'],
  ['UNKNOWN', 'one of sessions 40 to 51 without marks', 'unga-2400'],
  ['AMENDMENT', 'one of sessions 40 to 51 that is marked all the same', 'unga-2502'],
  ['WHOLE', 'a later one without marks', 'unga-4000'],
  ['PARAGRAPH', 'a later one with a mark', 'unga-4002'],
])('the scope is %s of %s', async (text_scope, _, key) => {
  expect(await ask('SELECT text_scope FROM proposition WHERE key = $1', key)).toEqual([{ text_scope }]);
});

test('importance is yes, no, or unknown', async () => {
  const rows = await ask(
    `SELECT key, important FROM proposition WHERE key IN ('unga-12', 'unga-3', 'unga-4002') ORDER BY key`,
  );
  expect(rows).toEqual([
    { key: 'unga-12', important: true },
    { key: 'unga-3', important: false },
    { key: 'unga-4002', important: null },
  ]);
});

test('a symbol that is not there is unknown', async () => {
  expect(await ask(`SELECT symbol FROM proposition WHERE key = 'unga-4002'`)).toEqual([{ symbol: null }]);
});

test('days of sessions 1 to 53 are known to the month', async () => {
  const rows = await ask(
    `SELECT tabled_on_precision AS precision, min(session), max(session) FROM proposition WHERE kind = 'ROLL_CALL' GROUP BY 1 ORDER BY 2`,
  );
  expect(rows).toEqual([
    { precision: 'MONTH', min: 1, max: 51 },
    { precision: 'DAY', min: 54, max: 61 },
  ]);
});
