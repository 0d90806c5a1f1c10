import { expect, test } from 'vitest';
import { standingCounts } from '#comparison/counts.ts';
import { issuesOf } from '#comparison/look-up.ts';
import type { Catalogue, Issue, Party, Proposition } from '#snapshot/catalogue.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { useDatabase } from '../support/database.ts';
import { follow, forAllHistories } from './follow.ts';

const database = useDatabase('migrated');

/** The rows that stand, with everything that they say. */
const standing = <Row extends Party | Issue | Proposition>({ list }: Catalogue<Row>) =>
  list
    .filter(({ retired }) => !retired)
    .map(({ ordinal, earlier: _earlier, knownAt: _knownAt, ...said }) => ({ ordinal, ...said }));

/** The catalogue of a snapshot that is, or is shown, as known at a revision. */
const catalogueOf = (snapshot: Snapshot, revision: number) => ({
  parties: standing(snapshot.parties),
  issues: standing(snapshot.issues),
  propositions: standing(snapshot.propositions).map((row) => ({
    ...row,
    issues: issuesOf(snapshot, row.ordinal, revision).map(({ key, name, retired }) => ({ key, name, retired })),
  })),
});

test('the newest snapshot shows the catalogue of any revision as the snapshot of that revision did', () =>
  forAllHistories(database, async (history) => {
    const kept: Snapshot[] = [];
    await follow(database, history, (snapshot) => void kept.push(snapshot));
    const newest = kept.at(-1) as Snapshot; // a history has a first world
    for (const then of kept) {
      const { revision } = then;
      expect(catalogueOf(snapshotAt(newest, revision), revision)).toEqual(catalogueOf(then, revision));
      expect(standingCounts(newest, revision)).toEqual(standingCounts(then));
    }
  }));
