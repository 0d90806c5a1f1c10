import type { Client } from 'pg';
import { buildSnapshot } from '../../../src/snapshot/build-snapshot.ts';
import { withClient } from '../ledger/server.ts';
import { milliseconds, times } from '../run/figures.ts';
import { inTurns, timed } from '../run/measure.ts';
import { note } from '../run/note.ts';
import type { Result } from '../run/table.ts';
import { groundBySql, nearestBySql, wedgesBySql } from './by-sql.ts';
import { ground, nearest, overRollCalls, page, voters, wedges } from './questions.ts';
import { requireSame, requireSamePage } from './same-numbers.ts';

const setSize = 30;

interface Race {
  readonly what: string;
  readonly ours: () => unknown;
  readonly sql: (client: Client) => Promise<unknown>;
  readonly mostMilliseconds: number;
  /** How many times as fast as SQL it has to be; null where nobody said. */
  readonly leastRatio: number | null;
}

/** Common ground, wedges and neighbours over all roll calls: Concord's computation against SQL that gives the same numbers. */
export async function groundBeside(url: string): Promise<Result[]> {
  note('common ground, wedges and neighbours, and the same in SQL');
  const snapshot = await buildSnapshot(url);
  const all = voters(snapshot);
  const sets = all.slice(0, 2 * setSize);
  const [left, right] = [sets.slice(0, setSize), sets.slice(setSize)];
  const remembered = overRollCalls(snapshot, all);
  const races: readonly Race[] = [
    {
      what: `commonGround of ${all.length} countries over all roll calls, from the snapshot`,
      ours: () => ground(overRollCalls(snapshot, all)),
      sql: (client) => groundBySql(client, all, page),
      mostMilliseconds: 40,
      leastRatio: 50,
    },
    {
      what: 'the same, the comparison being remembered',
      ours: () => ground(remembered),
      sql: (client) => groundBySql(client, all, page),
      mostMilliseconds: 40,
      leastRatio: 50,
    },
    {
      what: `wedges of two sets of ${left.length}, from the snapshot`,
      ours: () => wedges(overRollCalls(snapshot, sets), left.length),
      sql: (client) => wedgesBySql(client, left, right),
      mostMilliseconds: 40,
      leastRatio: null,
    },
    {
      what: 'nearest of one country among all, the comparison being remembered',
      ours: () => nearest(remembered),
      sql: (client) => nearestBySql(client, all),
      mostMilliseconds: 5,
      leastRatio: null,
    },
  ];
  return withClient(url, async (client) => {
    requireSamePage(ground(remembered), await groundBySql(client, all, page));
    requireSame(
      snapshot,
      wedges(overRollCalls(snapshot, sets), left.length),
      await wedgesBySql(client, left, right),
      ({ value }, row) => Math.abs(value - row.value) <= 1e-12,
    );
    const neighbours = new Map((await nearestBySql(client, all)).map((row) => [row.party, row]));
    for (const { other, value, shared } of nearest(remembered)) {
      const row = neighbours.get(other.id);
      if (row?.shared !== shared || !(Math.abs(row.value - value) <= 1e-12))
        throw new Error(`${other.key} is at ${value} of ${shared}, in SQL ${row?.value} of ${row?.shared}`);
    }
    const results: Result[] = [];
    for (const race of races) results.push(await run(race, client));
    return results;
  });
}

async function run({ what, ours, sql, mostMilliseconds, leastRatio }: Race, client: Client): Promise<Result> {
  const alone = await inTurns({ concord: () => timed(ours) }, { warmUp: 10, rounds: 30 });
  const turns = await inTurns({ sql: () => timed(() => sql(client)) }, { warmUp: 1, rounds: 5 });
  const ratio = turns.sql.median / alone.concord.median;
  return {
    what,
    concord: milliseconds(alone.concord),
    peer: `SQL ${milliseconds(turns.sql)}`,
    ratio: times(ratio),
    target: `<= ${mostMilliseconds} ms${leastRatio === null ? '' : ` and >= ${leastRatio}x`}`,
    met: alone.concord.median <= mostMilliseconds && ratio >= (leastRatio ?? 0),
  };
}
