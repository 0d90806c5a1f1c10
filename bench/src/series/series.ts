import type { Client } from 'pg';
import type { SeriesPoint } from '../../../src/comparison/series/series.ts';
import { allCountries, speakingParties } from '../../../src/comparison/speaking-parties.ts';
import { buildSnapshot } from '../../../src/snapshot/build-snapshot.ts';
import type { Party } from '../../../src/snapshot/catalogue.ts';
import { overRollCalls } from '../ground/questions.ts';
import { withClient } from '../ledger/server.ts';
import { milliseconds, times } from '../run/figures.ts';
import { inTurns, timed } from '../run/measure.ts';
import { note } from '../run/note.ts';
import type { Result } from '../run/table.ts';
import { seriesBySql } from './by-sql.ts';
import { forgetful, ofOneWithAll, ofTwo } from './in-memory.ts';

interface Race {
  readonly what: string;
  readonly ours: () => unknown;
  readonly sql: (client: Client) => Promise<unknown>;
  /** Rounds before those that are measured: the engine goes on compiling for the first second or so of a question that takes no millisecond. */
  readonly warmUp: number;
  readonly mostMilliseconds: number;
  /** How many times as fast as SQL it has to be; null where nobody said. */
  readonly leastRatio: number | null;
}

/** Agreement by session, of two countries and of one with all others: Concord's computation against SQL that gives the same numbers. */
export async function seriesBeside(url: string): Promise<Result[]> {
  note('series by session, and the same in SQL');
  const snapshot = await buildSnapshot(url);
  const voting = speakingParties(overRollCalls(snapshot, allCountries(snapshot))).parties.slice(0, 200);
  const first = voting.find(({ key }) => key === 'US') ?? (voting[0] as Party);
  const others = voting.filter((party) => party !== first);
  const other = others.find(({ key }) => key === 'RU') ?? (others[0] as Party);
  const parties = [first, ...others];
  const sessions = ofTwo(snapshot, [first, other]).length;
  const races: readonly Race[] = [
    {
      what: `agreementSeries of two countries over ${sessions} sessions, from the snapshot`,
      ours: () => ofTwo(forgetful(snapshot), [first, other]),
      sql: (client) => seriesBySql(client, first, [other]),
      warmUp: 2_000,
      mostMilliseconds: 5,
      leastRatio: 100,
    },
    {
      what: 'the same, the comparison being remembered',
      ours: () => ofTwo(snapshot, [first, other]),
      sql: (client) => seriesBySql(client, first, [other]),
      warmUp: 2_000,
      mostMilliseconds: 5,
      leastRatio: 100,
    },
    {
      what: `agreementSeries of one country with ${others.length} others`,
      ours: () => ofOneWithAll(forgetful(snapshot), parties),
      sql: (client) => seriesBySql(client, first, others),
      warmUp: 20,
      mostMilliseconds: 60,
      leastRatio: null,
    },
  ];
  return withClient(url, async (client) => {
    await requireSame([ofTwo(snapshot, [first, other])], client, first, [other]);
    await requireSame(ofOneWithAll(snapshot, parties), client, first, others);
    const results: Result[] = [];
    for (const race of races) results.push(await run(race, client));
    return results;
  });
}

/** Throws unless SQL has a row for each value, and no other, with the same count and the same value to 1e-12. */
async function requireSame(
  series: readonly (readonly SeriesPoint[])[],
  client: Client,
  party: Party,
  others: readonly Party[],
): Promise<void> {
  const found = await seriesBySql(client, party, others);
  const rows = new Map<string, (typeof found)[number]>(found.map((row) => [`${row.other} ${row.session}`, row]));
  let values = 0;
  for (const [index, points] of series.entries()) {
    for (const { slice, numbers } of points) {
      const { value } = numbers.result;
      if (value === null) continue;
      values++;
      const row = rows.get(`${others[index]?.id} ${slice.period.label}`);
      if (row?.shared !== numbers.shared || !(Math.abs(row.value - value) <= 1e-12)) {
        const ours = `${others[index]?.key} has ${value} of ${numbers.shared} in session ${slice.period.label}`;
        throw new Error(`${ours}, in SQL ${row?.value} of ${row?.shared}`);
      }
    }
  }
  if (rows.size !== values) throw new Error(`SQL gives ${rows.size} values, Concord ${values}`);
}

async function run({ what, ours, sql, warmUp, mostMilliseconds, leastRatio }: Race, client: Client): Promise<Result> {
  const alone = await inTurns({ concord: () => timed(ours) }, { warmUp, rounds: 30 });
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
