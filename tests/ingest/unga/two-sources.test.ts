import { describe, expect, test } from 'vitest';
import { useDatabase } from '../../support/database.ts';
import { everything } from '../standing.ts';
import { conflict, other, rollCall } from './another-source.ts';
import { importSample, refusalOf, replacing } from './sample.ts';

const vote = (position: string) => `
    stances:
      - { party: CSXX, from: 2003-11-04, position: ${position}, basis: VOTE, confidence: HIGH, tier: EXTENDED }
`;

describe('parties, issues, documents and roll calls of another source', () => {
  const database = useDatabase('seeded');

  test('are used as they are', async () => {
    await other(database, rollCall('unga-4001'));
    expect(await importSample(database)).toMatchObject({
      status: 'REVISED',
      changes: {
        party: { added: 38, amended: 0 },
        issue: { added: 5, amended: 0 },
        document: { added: 14, amended: 0 },
        proposition: { added: 14, amended: 0 },
        propositionIssue: { added: 7 },
        stance: { added: 30 },
      },
    });
    const { rows } = await database.pool.query(
      `SELECT text, title, issue.name AS issue, party.name AS party FROM proposition JOIN document ON document.id = document_id,
         issue, party WHERE proposition.key = 'unga-4001' AND issue.key = 'un-human-rights' AND party.key = 'AD'`,
    );
    expect(rows).toEqual([
      {
        text: 'Small arms, as the other source calls it.',
        title: 'Record of the vote',
        issue: 'Rights of people',
        party: 'Valleys of Andorra',
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

describe('a vote of ours that another source has retired', () => {
  const database = useDatabase('seeded');

  test('does not come back: it is a conflict, and nothing changes', async () => {
    await importSample(database);
    await database.pool.query(`BEGIN;
      INSERT INTO revision (author, source, message) VALUES ('tester', 'other', 'this vote was not cast');
      UPDATE stance SET retired_in = (SELECT last FROM revision_counter)
        WHERE id = (SELECT min(stance.id) FROM stance JOIN party ON party.id = party_id JOIN proposition ON proposition.id = proposition_id
          WHERE party.key = 'CSXX' AND proposition.key = 'unga-4001');
      COMMIT`);
    const before = await everything(database);
    expect(await refusalOf(database, {})).toEqual([
      `votes.csv:27  found stance CSXX | unga-4001 | 2003-11-04 retired by other since, ${conflict}`,
    ]);
    expect(await everything(database)).toEqual(before);
  });
});
