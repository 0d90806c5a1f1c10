import { beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../../support/database.ts';
import { importSample } from './sample.ts';

const database = useDatabase('seeded');

const ask = async (sql: string, ...values: readonly unknown[]) =>
  (await database.pool.query<Record<string, unknown>>(sql, [...values])).rows;

beforeAll(async () => {
  await importSample(database);
});

test('a vote is a stance from the day of its roll call on, without words, reasons or citations of its own', async () => {
  const rows = await ask(
    `SELECT party.key, position, held_from::text, held_from_precision AS precision, held_until, basis, confidence, tier, verb, rationale,
       change_kind, (SELECT count(*)::int FROM citation WHERE stance_id = stance.id) AS citations
     FROM stance JOIN party ON party.id = party_id JOIN proposition ON proposition.id = proposition_id
     WHERE proposition.key = 'unga-3' ORDER BY stance.id`,
  );
  const vote = (key: string, position: string) => ({
    key,
    position,
    held_from: '1946-01-01',
    precision: 'MONTH',
    held_until: null,
    basis: 'VOTE',
    confidence: 'HIGH',
    tier: 'EXTENDED',
    verb: null,
    rationale: null,
    change_kind: null,
    citations: 0,
  });
  expect(rows).toEqual([vote('US', 'SUPPORT'), vote('RU', 'OPPOSE'), vote('TW', 'SUPPORT'), vote('YUCS', 'NEUTRAL')]);
});

test('an absence is recorded as one; of who was not a member nothing is', async () => {
  const rows = await ask(
    `SELECT party.key AS party, proposition.key AS proposition, absence.date::text, absence.precision, document.key AS document
     FROM absence JOIN party ON party.id = party_id JOIN proposition ON proposition.id = proposition_id
     JOIN document ON document.id = absence.document_id WHERE absence.added_in = 2 ORDER BY absence.id`,
  );
  const absence = (party: string, rcid: number, date: string, precision: string) => {
    const key = `unga-${rcid}`;
    return { party, proposition: key, date, precision, document: key };
  };
  expect(rows).toEqual([
    absence('TW', 12, '1946-12-07', 'MONTH'),
    absence('CN', 1190, '1971-10-07', 'MONTH'),
    absence('DE', 2501, '1990-12-04', 'MONTH'),
    absence('NA', 4000, '2002-12-20', 'DAY'),
  ]);
});

test('a roll call has the issues of the files, none to four of them', async () => {
  const rows = await ask(
    `SELECT proposition.key, array_agg(issue.key ORDER BY issue.key) AS issues FROM proposition_issue
     JOIN proposition ON proposition.id = proposition_id JOIN issue ON issue.id = issue_id
     WHERE proposition_issue.added_in = 2 GROUP BY 1 ORDER BY 1`,
  );
  expect(rows).toEqual([
    {
      key: 'unga-11',
      issues: ['un-colonialism', 'un-economic-development', 'un-human-rights', 'un-palestinian-conflict'],
    },
    { key: 'unga-2400', issues: ['un-arms-control', 'un-nuclear-weapons'] },
    { key: 'unga-3', issues: ['un-colonialism'] },
  ]);
});

test('the six issues of the UN become issues of ours, of the extended tier', async () => {
  const rows = await ask('SELECT key, name, tier FROM issue WHERE added_in = 2 ORDER BY key');
  expect(rows.map(({ key, name }) => `${key}: ${name}`)).toEqual([
    'un-arms-control: Arms control and disarmament',
    'un-colonialism: Colonialism',
    'un-economic-development: Economic development',
    'un-human-rights: Human rights',
    'un-nuclear-weapons: Nuclear weapons and nuclear material',
    'un-palestinian-conflict: Palestinian conflict',
  ]);
  expect(new Set(rows.map(({ tier }) => tier))).toEqual(new Set(['EXTENDED']));
});
