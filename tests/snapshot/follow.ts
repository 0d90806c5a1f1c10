import * as fc from 'fast-check';
import type { Database } from '#postgres/open-database.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { answersOf } from './answers-of.ts';
import { sayWorld } from './say-world.ts';
import { carriedOn, readAnew } from './snapshots-of.ts';
import { days, histories, longest, type World } from './worlds.ts';

export const someDays = ['2000-06-01', ...days, '2003-06-01'];

/** The revision before the history that a snapshot ends. */
export const firstOf = ({ revision }: Snapshot) => Math.max(0, revision - longest);

/** What a snapshot says of some days, at every revision of the history that it ends and the one before. */
export const answers = (snapshot: Snapshot) => answersOf(snapshot, someDays, firstOf(snapshot));

/** A history of the ledger that is said step by step. */
export interface History {
  readonly worlds: readonly World[];
  say(world: World): Promise<void>;
}

let count = 0;

/**
 * Checks something of many histories. All go on in one ledger, each with keys of its own: its first world retires what the one before it left.
 */
export function forAllHistories(
  database: Database,
  check: (history: History) => Promise<void>,
  drawn = histories,
): Promise<void> {
  const property = fc.asyncProperty(drawn, (worlds) => {
    const number = ++count;
    return check({ worlds, say: (world) => sayWorld(database, world, number) });
  });
  return fc.assert(property, { numRuns: 15 });
}

/** Says the first world and reads it all, then says one after the other and carries the snapshot on, which must be possible. */
export async function follow(
  database: Database,
  { worlds, say }: History,
  seen: (snapshot: Snapshot) => Promise<void> | void,
): Promise<void> {
  let snapshot: Snapshot | null = null;
  for (const world of worlds) {
    await say(world);
    snapshot = snapshot === null ? await readAnew(database) : await carriedOn(database, snapshot);
    if (snapshot === null) throw new Error('it could not be carried on');
    await seen(snapshot);
  }
}
