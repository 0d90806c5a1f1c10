import { buildSnapshot } from '../../../src/snapshot/build-snapshot.ts';
import type { Snapshot } from '../../../src/snapshot/snapshot.ts';
import { generateRollCalls, realRollCalls } from '../ledger/generate.ts';
import { migrateAndSeed } from '../ledger/seeded.ts';
import { databaseOn, withClient } from '../ledger/server.ts';
import { wholeMatrix } from '../matrix/whole.ts';
import { milliseconds, times } from '../run/figures.ts';
import { inTurns, type Measured, timed } from '../run/measure.ts';
import { note } from '../run/note.ts';
import type { Result } from '../run/table.ts';

/** The same made-up countries with ten times the roll calls: what more stances cost. */
export async function tenTimes(url: string): Promise<Result[]> {
  const once = await madeUp(url, 'bench_once', realRollCalls);
  const tenfold = await madeUp(url, 'bench_tenfold', 10 * realRollCalls);
  note('ten times the stances: snapshot build');
  let [small, large] = [await buildSnapshot(once), await buildSnapshot(tenfold)] as [Snapshot, Snapshot];
  const builds = await inTurns(
    {
      small: () => timed(async () => (small = await buildSnapshot(once))),
      large: () => timed(async () => (large = await buildSnapshot(tenfold))),
    },
    { warmUp: 0, rounds: 3 },
  );
  note('ten times the stances: matrix');
  const matrices = await inTurns(
    { small: () => timed(() => wholeMatrix(small)), large: () => timed(() => wholeMatrix(large)) },
    { warmUp: 3, rounds: 10 },
  );
  const count = (snapshot: Snapshot) => snapshot.stances.length.toLocaleString('en-US');
  const against = `${count(large)} stances against ${count(small)}`;
  return [result(`snapshot, full build, ${against}`, builds), result(`agreementMatrix, ${against}`, matrices)];
}

async function madeUp(url: string, name: string, rollCalls: number): Promise<string> {
  note(`making up ${rollCalls.toLocaleString('en-US')} roll calls`);
  await withClient(databaseOn(url, 'postgres'), (client) => client.query(`CREATE DATABASE ${name}`));
  const database = databaseOn(url, name);
  await migrateAndSeed(database);
  await withClient(database, (client) => generateRollCalls(client, rollCalls));
  return database;
}

function result(what: string, { small, large }: { readonly small: Measured; readonly large: Measured }): Result {
  const ratio = large.median / small.median;
  return {
    what,
    concord: milliseconds(large),
    peer: `Concord with a tenth ${milliseconds(small)}`,
    ratio: times(ratio),
    target: '<= 11x',
    met: ratio <= 11,
  };
}
