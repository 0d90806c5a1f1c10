import { randomBytes } from 'node:crypto';
import { generateRollCalls, realRollCalls } from '../ledger/generate.ts';
import { keyFor } from '../ledger/key-for.ts';
import { migrateAndSeed } from '../ledger/seeded.ts';
import { databaseOn, withClient } from '../ledger/server.ts';
import { withServer } from '../run/child.ts';
import { milliseconds, times } from '../run/figures.ts';
import { inTurns, ratioOf } from '../run/measure.ts';
import { note } from '../run/note.ts';
import type { Result } from '../run/table.ts';
import { concord } from '../side-by-side/concord.ts';
import { newStance, recordOne } from './write.ts';
import { medianWrite } from './writes.ts';

const target = 1.2;

/** A write to a ledger of made-up roll calls, and to one with ten times as many. */
export async function tenTimesWrites(url: string): Promise<Result[]> {
  const secret = randomBytes(32).toString('base64');
  const small = await madeUp(url, 'bench_writes_once', realRollCalls, secret);
  const large = await madeUp(url, 'bench_writes_tenfold', 10 * realRollCalls, secret);
  return withServer(small.args, small.environment, (one) =>
    withServer(large.args, large.environment, async (ten) => {
      note('ten times the stances: one write');
      const measured = await inTurns(
        {
          one: medianWrite(() => recordOne(one, small.key, newStance())),
          ten: medianWrite(() => recordOne(ten, large.key, newStance())),
        },
        { warmUp: 3, rounds: 9 },
      );
      const ratio = ratioOf(measured.ten, measured.one);
      return [
        {
          what: 'one write, with ten times the roll calls',
          concord: milliseconds(measured.ten),
          peer: `Concord with a tenth ${milliseconds(measured.one)}`,
          ratio: times(ratio),
          target: `<= ${target}x`,
          met: ratio <= target,
        },
      ];
    }),
  );
}

async function madeUp(url: string, name: string, rollCalls: number, secret: string) {
  note(`making up ${rollCalls.toLocaleString('en-US')} roll calls`);
  await withClient(databaseOn(url, 'postgres'), (client) => client.query(`CREATE DATABASE ${name}`));
  const database = databaseOn(url, name);
  await migrateAndSeed(database);
  await withClient(database, (client) => generateRollCalls(client, rollCalls));
  const key = await keyFor(database, 'bench-writes', secret);
  const { args, environment } = concord(database);
  return { key, args, environment: { ...environment, CONCORD_KEY_SECRET: secret } };
}
