import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Snapshot } from '#ledger/snapshot/snapshot.ts';
import { useDatabase } from '../support/database.ts';
import { answersOf } from './answers-of.ts';
import { heldBySql } from './held-by-sql.ts';
import { sayWorld } from './say-world.ts';
import { carriedOn, readAnew } from './snapshots-of.ts';
import { days, histories, longest, type World } from './worlds.ts';

// All runs go on in one ledger, each with keys of its own: what the one before said is retired.
const database = useDatabase('migrated');
const someDays = ['2000-06-01', ...days, '2003-06-01'];

const firstOf = ({ revision }: Snapshot) => Math.max(0, revision - longest);
/** What a snapshot says of every revision of the history that it ends, and of the one before. */
const answers = (snapshot: Snapshot) => answersOf(snapshot, someDays, firstOf(snapshot));

let run = 0;

/** Says the first world and reads it all, then says one after the other and carries the snapshot on, which must be possible. */
async function follow(worlds: readonly World[], seen: (snapshot: Snapshot) => Promise<void> | void): Promise<void> {
  let snapshot: Snapshot | null = null;
  for (const world of worlds) {
    await sayWorld(database, world, run);
    snapshot = snapshot === null ? await readAnew(database) : await carriedOn(database, snapshot);
    if (snapshot === null) throw new Error('it could not be carried on');
    await seen(snapshot);
  }
}

function forAllHistories(check: (worlds: readonly World[]) => Promise<void>): Promise<void> {
  const property = fc.asyncProperty(histories, (worlds) => {
    run++;
    return check(worlds);
  });
  return fc.assert(property, { numRuns: 20 });
}

test('a snapshot carried on gives the same answers as one read anew, at its revision and those before it', () =>
  forAllHistories((worlds) =>
    follow(worlds, async (snapshot) => expect(answers(snapshot)).toEqual(answers(await readAnew(database)))),
  ));

test('a snapshot carried on over several revisions at once gives the same answers', () =>
  forAllHistories(async ([first, ...later]) => {
    if (first !== undefined) await sayWorld(database, first, run);
    const before = await readAnew(database);
    for (const world of later) await sayWorld(database, world, run);
    const carried = await carriedOn(database, before);
    expect(carried && answers(carried)).toEqual(answers(await readAnew(database)));
  }));

test('who holds what is what the database says, on any day and at any revision', () =>
  forAllHistories((worlds) =>
    follow(worlds, async (snapshot) => {
      const held = answers(snapshot).revisions.map(({ revision, held }) => ({ revision, held }));
      expect(held).toEqual(await heldBySql(database.pool, someDays, firstOf(snapshot), snapshot.revision));
    }),
  ));

test('a snapshot that a request keeps says the same after any number of revisions', () =>
  forAllHistories(async (worlds) => {
    const kept: { readonly snapshot: Snapshot; readonly before: unknown }[] = [];
    await follow(worlds, (snapshot) => void kept.push({ snapshot, before: answers(snapshot) }));
    for (const { snapshot, before } of kept) expect(answers(snapshot)).toEqual(before);
  }));
