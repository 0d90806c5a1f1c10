import { expect, test } from 'vitest';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { useDatabase } from '../support/database.ts';
import { stancesKnown } from './answers-of.ts';
import { confirmedBySql } from './confirmed-by-sql.ts';
import { firstOf, follow, forAllHistories } from './follow.ts';
import { carriedOn, readAnew } from './snapshots-of.ts';
import { confirmationHistories } from './worlds.ts';

const database = useDatabase('migrated');

/** When each stance was last confirmed, as known at every revision of a history; the same as `confirmedBySql` says it. */
const confirmed = (snapshot: Snapshot) =>
  Array.from({ length: snapshot.revision - firstOf(snapshot) + 1 }, (_, index) => {
    const revision = firstOf(snapshot) + index;
    return {
      revision,
      stances: stancesKnown(snapshot, revision).map(({ id, lastConfirmed }) => ({ id, lastConfirmed })),
    };
  });

const bySql = (snapshot: Snapshot) => confirmedBySql(database.pool, firstOf(snapshot), snapshot.revision);

test('a snapshot knows when each stance was last confirmed, at every revision, and so do those that were kept', () =>
  forAllHistories(
    database,
    async (history) => {
      const kept: { readonly snapshot: Snapshot; readonly said: unknown }[] = [];
      await follow(database, history, async (snapshot) => {
        const said = await bySql(snapshot);
        expect(confirmed(snapshot)).toEqual(said);
        expect(confirmed(await readAnew(database))).toEqual(said);
        kept.push({ snapshot, said });
      });
      for (const { snapshot, said } of kept) expect(confirmed(snapshot)).toEqual(said);
    },
    confirmationHistories,
  ));

test('so does one that was carried on over several revisions at once', () =>
  forAllHistories(
    database,
    async ({ worlds: [first, ...later], say }) => {
      if (first !== undefined) await say(first);
      const before = await readAnew(database);
      for (const world of later) await say(world);
      const carried = (await carriedOn(database, before)) as Snapshot; // there is room for so few
      expect(confirmed(carried)).toEqual(await bySql(carried));
    },
    confirmationHistories,
  ));
