import { beforeAll, describe, expect, test } from 'vitest';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { openSnapshots } from '#snapshot/snapshots.ts';
import { say } from '../ingest/say.ts';
import { useDatabase } from '../support/database.ts';
import { answersOf, revisionsOf } from './answers-of.ts';
import { caughtUp } from './caught-up.ts';
import { addRow, addStances, firstWords } from './commit.ts';
import { heldBySql } from './held-by-sql.ts';
import { carriedOn, readAnew } from './snapshots-of.ts';

// Two writers draw their ids before they take their turn, so that the smaller id can come in the later revision.
describe.each([
  ['party', { kind: 'COUNTRY', name: 'X' }],
  ['issue', { name: 'X' }],
  ['proposition', { text: 'X' }],
] as const)('when a later revision adds a %s with a smaller id than one that is there,', (table, row) => {
  const database = useDatabase('migrated');
  const someDays = ['2026-01-01'];
  const [larger, smaller] = table === 'party' ? ['YY', 'ZZ'] : ['y', 'z'];

  /** As it was after the larger id, and as it is after the smaller one, to those who followed. */
  let before: Snapshot;
  let now: Snapshot;

  beforeAll(async () => {
    await say(database, firstWords);
    const snapshots = openSnapshots(database.url, () => {});
    await addRow(database, table, { ...row, key: larger, id: 1_000 });
    // Somebody says something about it, which would go astray if places shifted.
    const said = await addStances(
      database,
      1,
      table === 'party' ? larger : 'AA',
      table === 'proposition' ? larger : 'c',
    );
    before = await caughtUp(snapshots, said);
    now = await caughtUp(snapshots, await addRow(database, table, { ...row, key: smaller, id: 999 }));
    await snapshots.close();
  });

  test('it cannot be carried on', async () => {
    expect(await carriedOn(database, before)).toBeNull();
  });

  test('those who follow have all of it', async () => {
    expect(answersOf(now, someDays, 0)).toEqual(answersOf(await readAnew(database), someDays, 0));
    const held = revisionsOf(now, someDays, 0).map(({ revision, held }) => ({ revision, held }));
    expect(held).toEqual(await heldBySql(database.pool, someDays, 0, now.revision));
  });

  test('who kept the older snapshot has what it said', () => {
    expect(before.revision).toBe(now.revision - 1);
    const [then] = revisionsOf(now, someDays, before.revision);
    const [kept] = revisionsOf(before, someDays, before.revision);
    expect({ held: kept?.held, stances: kept?.stances }).toEqual({ held: then?.held, stances: then?.stances });
  });
});
