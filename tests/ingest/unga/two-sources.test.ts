import { describe, expect, test } from 'vitest';
import type { Database } from '#ledger/open-database.ts';
import { useDatabase } from '../../support/database.ts';
import { say as propose, summaryOf } from '../say.ts';
import { everything } from '../standing.ts';
import { importSample, refusalOf, replacing } from './sample.ts';

/** Makes the ledger say what another source says. */
async function other(database: Database, text: string, options: { readonly complete?: boolean } = {}) {
  const outcome = await propose(database, text, { ...options, source: 'other' });
  expect(summaryOf(outcome)).toBeTypeOf('object');
  expect(summaryOf(outcome)).not.toBeInstanceOf(Array);
}

/** A roll call as another source records it. */
const rollCall = (key: string, rest = '') => `
issues: [{ key: un-human-rights, name: Rights of people }]
countries: [{ key: FJ, name: Fiji Islands }]
documents:
  - { key: ${key}, title: Record of the vote, kind: UN_RESOLUTION_VOTE, date: 2003-11-04, verification: VERIFIED }
propositions:
  - key: ${key}
    kind: ROLL_CALL
    text: Small arms, as the other source calls it.
    document: ${key}
    rollCall: { body: UNGA, session: 58, tabled: 2003-11-04, scope: WHOLE }
${rest}`;

const vote = (position: string) => `
    stances:
      - { party: CSXX, from: 2003-11-04, position: ${position}, basis: VOTE, confidence: HIGH, tier: EXTENDED }
`;
const conflict = 'expected what the ledger says now, or that source to change it';

describe('parties, issues, documents and roll calls of another source', () => {
  const database = useDatabase('seeded');

  test('are used as they are', async () => {
    await other(database, rollCall('unga-4001'));
    expect(await importSample(database)).toMatchObject({
      status: 'REVISED',
      changes: {
        party: { added: 116, amended: 0 },
        issue: { added: 5, amended: 0 },
        document: { added: 14, amended: 0 },
        proposition: { added: 14, amended: 0 },
        propositionIssue: { added: 7 },
        stance: { added: 30 },
      },
    });
    const { rows } = await database.pool.query(
      `SELECT text, title, issue.name AS issue, party.name AS party FROM proposition JOIN document ON document.id = document_id,
         issue, party WHERE proposition.key = 'unga-4001' AND issue.key = 'un-human-rights' AND party.key = 'FJ'`,
    );
    expect(rows).toEqual([
      {
        text: 'Small arms, as the other source calls it.',
        title: 'Record of the vote',
        issue: 'Rights of people',
        party: 'Fiji Islands',
      },
    ]);
  });

  test('change nothing when the import is made again', async () => {
    expect(await importSample(database)).toMatchObject({ status: 'UNCHANGED' });
  });
});

describe('a text of ours that another source has amended', () => {
  const database = useDatabase('seeded');

  test('keeps what that source made of it', async () => {
    await importSample(database);
    await database.pool.query(`BEGIN;
      INSERT INTO revision (author, source, message) VALUES ('tester', 'other', 'a better text');
      UPDATE proposition SET text = 'Small arms and light weapons' WHERE key = 'unga-4001';
      COMMIT`);
    expect(await importSample(database)).toEqual({ status: 'UNCHANGED', revision: 3 });
  });
});

describe('a vote of another source', () => {
  const database = useDatabase('seeded');
  const parties = 'countries: [{ key: CSXX, name: Serbia and Montenegro }]';

  test('that says the same is left to it', async () => {
    await other(database, parties);
    await other(database, rollCall('unga-4001', vote('OPPOSE')));
    expect(await importSample(database)).toMatchObject({
      status: 'REVISED',
      changes: { stance: { added: 29, retired: 0 } },
    });
    expect(await importSample(database)).toMatchObject({ status: 'UNCHANGED' });
  });

  test('that says otherwise is a conflict, and nothing changes', async () => {
    const before = await everything(database);
    const changes = { 'votes.csv': replacing('4001,Yugoslavia,YU,no', '4001,Yugoslavia,YU,yes') };
    expect(await refusalOf(database, changes)).toEqual([
      `votes.csv:27  found stance CSXX | unga-4001 | 2003-11-04 changed by other since, ${conflict}`,
    ]);
    expect(await everything(database)).toEqual(before);
  });
});

describe('a claim under the key of a roll call', () => {
  const database = useDatabase('seeded');

  test('cannot be used', async () => {
    await other(database, 'propositions: [{ key: unga-4002, text: A claim. }]');
    expect(await refusalOf(database, {})).toEqual([
      `roll_calls.csv:16  found proposition unga-4002 of another source, which is no roll call, ${conflict}`,
    ]);
  });
});

describe('what another source has retired', () => {
  const database = useDatabase('seeded');

  test('cannot be used', async () => {
    await other(database, rollCall('unga-4003'));
    await other(database, 'countries: []', { complete: true });
    expect(
      (await refusalOf(database, {})).map((line) => line.replace(/^.*crosswalk\.yml:\d+:\d+/, 'crosswalk.yml')),
    ).toEqual([
      `crosswalk.yml  found party FJ that another source has retired, ${conflict}`,
      `crosswalk.yml  found issue un-human-rights that another source has retired, ${conflict}`,
      `roll_calls.csv:17  found document unga-4003 that another source has retired, ${conflict}`,
      `roll_calls.csv:17  found proposition unga-4003 that another source has retired, ${conflict}`,
    ]);
  });
});

describe('a roll call of ours of which another source says something', () => {
  const database = useDatabase('seeded');
  test('cannot be retired while that stands', async () => {
    await importSample(database);
    await other(
      database,
      `propositions:
  - key: unga-4003
    kind: ROLL_CALL
    text: R/61/1
    document: unga-4003
    rollCall: { body: UNGA, session: 61, symbol: R/61/1, tabled: 2006-10-30, scope: WHOLE, important: false, yes: 1, no: 0, abstain: 0 }
    absences: [{ party: FJ, on: 2006-10-30 }]`,
    );
    const before = await everything(database);
    const without = (text: string) => text.replace(/^4003,.*\n/gm, '');
    await expect(importSample(database, { 'roll_calls.csv': without, 'votes.csv': without })).rejects.toMatchObject({
      code: 'STILL_NAMED',
      message: 'proposition unga-4003 cannot be retired: a absence of source other names it.',
    });
    expect(await everything(database)).toEqual(before);
  });
});
