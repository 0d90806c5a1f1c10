import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Database } from '#ledger/open-database.ts';
import type { Snapshot } from '#ledger/snapshot/snapshot.ts';
import { answersOf } from './answers-of.ts';
import { heldBySql } from './held-by-sql.ts';
import { sayWorld } from './say-world.ts';
import { carriedOn, readAnew, withLedger } from './with-ledger.ts';
import { days, histories, type World } from './worlds.ts';

const aDayBefore = '2000-06-01';
const someDays = [aDayBefore, ...days, '2003-06-01'];

/** Each run makes a database of its own. */
const runs = { numRuns: 25 };

/** Makes the ledger say one world after the other; gives the snapshots, each carried on from the one before it. */
async function follow(database: Database, worlds: readonly World[], seen: (now: Snapshot) => Promise<void> | void) {
  let snapshot = await readAnew(database);
  for (const world of worlds) {
    await sayWorld(database, world);
    snapshot = (await carriedOn(database, snapshot)) ?? (await readAnew(database));
    await seen(snapshot);
  }
}

test('a snapshot carried on gives the same answers as one read anew, at its revision and each before it', async () => {
  const property = fc.asyncProperty(histories, (worlds) =>
    withLedger((database) =>
      follow(database, worlds, async (snapshot) =>
        expect(answersOf(snapshot, someDays)).toEqual(answersOf(await readAnew(database), someDays)),
      ),
    ),
  );
  await fc.assert(property, runs);
});

test('a snapshot carried on over several revisions at once gives the same answers', async () => {
  const property = fc.asyncProperty(histories, (worlds) =>
    withLedger(async (database) => {
      const [first, ...later] = worlds;
      if (first !== undefined) await sayWorld(database, first);
      const before = await readAnew(database);
      for (const world of later) await sayWorld(database, world);
      const now = await readAnew(database);
      const carried = await carriedOn(database, before);
      expect(carried && answersOf(carried, someDays)).toEqual(answersOf(now, someDays));
    }),
  );
  await fc.assert(property, runs);
});

test('who holds what is what the database says, on any day and at any revision', async () => {
  const property = fc.asyncProperty(histories, (worlds) =>
    withLedger((database) =>
      follow(database, worlds, async (snapshot) => {
        const answers = answersOf(snapshot, someDays).map(({ revision, held }) => ({ revision, held }));
        expect(answers).toEqual(await heldBySql(database.pool, someDays, snapshot.revision));
      }),
    ),
  );
  await fc.assert(property, runs);
});

test('a snapshot that a request keeps says the same after any number of revisions', async () => {
  const property = fc.asyncProperty(histories, (worlds) =>
    withLedger(async (database) => {
      const kept: { readonly snapshot: Snapshot; readonly answers: unknown }[] = [];
      await follow(database, worlds, (snapshot) => {
        kept.push({ snapshot, answers: answersOf(snapshot, someDays) });
      });
      for (const { snapshot, answers } of kept) expect(answersOf(snapshot, someDays)).toEqual(answers);
    }),
  );
  await fc.assert(property, runs);
});
