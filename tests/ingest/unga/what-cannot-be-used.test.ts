import { describe, expect, test } from 'vitest';
import { useDatabase } from '../../support/database.ts';
import { everything } from '../standing.ts';
import { conflict, other, rollCall } from './another-source.ts';
import { importSample, refusalOf } from './sample.ts';

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
      `crosswalk.yml  found party AD that another source has retired, ${conflict}`,
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
    const changes = { 'roll_calls.csv': without, 'votes.csv': without };
    await expect(importSample(database, changes, { complete: true })).rejects.toMatchObject({
      code: 'STILL_NAMED',
      message: 'proposition unga-4003 cannot be retired: absence records of the source other refer to it.',
    });
    expect(await everything(database)).toEqual(before);
  });
});
