import { expect, test } from 'vitest';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { useDatabase } from '../support/database.ts';
import { answers, firstOf, follow, forAllHistories, someDays } from './follow.ts';
import { heldBySql } from './held-by-sql.ts';

const database = useDatabase('migrated');

test('who holds what is what the database says, on any day and at any revision', () =>
  forAllHistories(database, (history) =>
    follow(database, history, async (snapshot) => {
      const held = answers(snapshot).revisions.map(({ revision, held }) => ({ revision, held }));
      expect(held).toEqual(await heldBySql(database.pool, someDays, firstOf(snapshot), snapshot.revision));
    }),
  ));

test('a snapshot that a request keeps says the same after any number of revisions', () =>
  forAllHistories(database, async (history) => {
    const kept: { readonly snapshot: Snapshot; readonly before: unknown }[] = [];
    await follow(database, history, (snapshot) => void kept.push({ snapshot, before: answers(snapshot) }));
    for (const { snapshot, before } of kept) expect(answers(snapshot)).toEqual(before);
  }));
