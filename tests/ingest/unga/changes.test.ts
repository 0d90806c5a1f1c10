import { beforeEach, describe, expect, test } from 'vitest';
import type { ImportUngaOptions } from '#ingest/roll-calls/unga/import-unga.ts';
import { useDatabase } from '../../support/database.ts';
import { everything, standing } from '../standing.ts';
import { type Changes, importSample, replacing } from './sample.ts';

const count = (added: number, amended: number, retired: number) => ({ added, amended, retired });

describe('after the sample was imported,', () => {
  const database = useDatabase('seeded');
  // Each test starts from the sample as it is.
  beforeEach(async () => {
    await importSample(database);
  });

  const difference = async (changes: Changes, options: ImportUngaOptions = {}) => {
    const { revision: before = 0 } = await standing(database);
    const outcome = await importSample(database, changes, options);
    const { revision: after = 0 } = await standing(database);
    return { revisions: after - before, changes: outcome.status === 'REVISED' ? outcome.changes : outcome.status };
  };

  test('importing it again changes nothing', async () => {
    const before = await everything(database);
    expect(await difference({})).toEqual({ revisions: 0, changes: 'UNCHANGED' });
    expect(await everything(database)).toEqual(before);
  });

  test('a changed vote is one retired stance and a new one, and changes the tally', async () => {
    expect(await difference({ 'votes.csv': replacing('4004,Russia,RU,yes', '4004,Russia,RU,no') })).toEqual({
      revisions: 1,
      changes: { stance: count(1, 0, 1), proposition: count(0, 1, 0) },
    });
    const { rows } = await database.pool.query(
      `SELECT position, stance.retired_in IS NULL AS stands, yes, no FROM stance JOIN proposition p ON p.id = proposition_id
       JOIN revision_counter ON last IN (stance.added_in, stance.retired_in) WHERE p.key = 'unga-4004' ORDER BY stance.id`,
    );
    expect(rows).toEqual([
      { position: 'SUPPORT', stands: false, yes: 0, no: 1 },
      { position: 'OPPOSE', stands: true, yes: 0, no: 1 },
    ]);
  });

  test('an absence that turns out to be a vote is retired', async () => {
    const changes = {
      'absences_1946_2015.csv': replacing('1190,China,CN,absent\n', ''),
      'votes.csv': replacing('1190,Iraq,IQ,yes', '1190,Iraq,IQ,yes\n1190,China,CN,yes'),
    };
    expect(await difference(changes)).toEqual({
      revisions: 1,
      changes: { stance: count(1, 0, 0), absence: count(0, 0, 1), proposition: count(0, 1, 0) },
    });
  });

  test('a changed text amends proposition and document, and no stance', async () => {
    expect(await difference({ 'roll_calls.csv': replacing('Small arms', 'Light arms') })).toEqual({
      revisions: 1,
      changes: { document: count(0, 1, 0), proposition: count(0, 1, 0) },
    });
  });

  test('a changed date moves the stances and absences of the roll call', async () => {
    const changed = await difference({ 'roll_calls.csv': replacing('4000,57,2002-12-20', '4000,57,2002-12-21') });
    expect(changed).toEqual({
      revisions: 1,
      changes: {
        document: count(0, 1, 0),
        proposition: count(0, 1, 0),
        stance: count(1, 0, 1),
        absence: count(1, 0, 1),
      },
    });
  });

  test('a roll call that complete files lack is retired with everything about it, and comes back under its key', async () => {
    const without11 = (text: string) => text.replace(/^11,.*\n/gm, '');
    const gone = { 'roll_calls.csv': without11, 'issues.csv': without11, 'votes.csv': without11 };
    expect(await difference(gone, { complete: true })).toEqual({
      revisions: 1,
      changes: {
        document: count(0, 0, 1),
        proposition: count(0, 0, 1),
        propositionIssue: count(0, 0, 4),
        stance: count(0, 0, 3),
      },
    });
    expect(await difference(gone, { complete: true })).toEqual({ revisions: 0, changes: 'UNCHANGED' });
    expect(await difference({})).toEqual({
      revisions: 1,
      changes: {
        document: count(0, 1, 0),
        proposition: count(0, 1, 0),
        propositionIssue: count(4, 0, 0),
        stance: count(3, 0, 0),
      },
    });
  });

  test('an issue that a roll call no longer has is retired when the files are complete', async () => {
    const changes = { 'issues.csv': replacing('11,hr,Human rights\n', '') };
    expect(await difference(changes)).toEqual({ revisions: 0, changes: 'UNCHANGED' });
    expect(await difference(changes, { complete: true })).toEqual({
      revisions: 1,
      changes: { propositionIssue: count(0, 0, 1) },
    });
  });
});

describe('two imports at once', () => {
  const database = useDatabase('seeded');

  test('make one revision with everything in it, and the other finds nothing to do', async () => {
    const outcomes = await Promise.all([importSample(database), importSample(database)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['REVISED', 'UNCHANGED']);
    expect(await standing(database)).toMatchObject({ revision: 2, stance: 602, absence: 6 });
  });
});
