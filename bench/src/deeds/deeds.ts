import type { Pool } from 'pg';
import { dayOf } from '../../../src/agreement/day.ts';
import { defaultPolicy } from '../../../src/agreement/policy.ts';
import { type WordAndDeed, type WordDay, wordAndDeed } from '../../../src/comparison/deeds/word-and-deed.ts';
import { resolveScope } from '../../../src/comparison/scope.ts';
import { readCitations } from '../../../src/ledger/read/citations.ts';
import { openDatabase } from '../../../src/postgres/open-database.ts';
import { buildSnapshot } from '../../../src/snapshot/build-snapshot.ts';
import type { Party } from '../../../src/snapshot/catalogue.ts';
import type { Snapshot } from '../../../src/snapshot/snapshot.ts';
import { voters } from '../ground/questions.ts';
import { asOf } from '../matrix/whole.ts';
import { milliseconds, times } from '../run/figures.ts';
import { inTurns, timed } from '../run/measure.ts';
import { note } from '../run/note.ts';
import type { Result } from '../run/table.ts';
import { countsBySql } from './by-sql.ts';

/** Words beside deeds, with the citations read from the database as the API does, against SQL that counts the same verdicts. */
export async function deeds(url: string): Promise<Result[]> {
  note('words beside deeds, and the same in SQL');
  const database = await openDatabase(url);
  try {
    const { pool } = database;
    const snapshot = await buildSnapshot(url);
    const all = voters(snapshot);
    const results: Result[] = [];
    for (const parties of [all.slice(0, 2), all]) {
      requireSame(await asked(snapshot, pool, parties), await countsBySql(pool, snapshot, parties, asOf));
      const what = `wordAndDeed of ${parties.length} countries and ${snapshot.deeds.length} deeds, in process`;
      const ours = (word: WordDay) => () => timed(() => asked(snapshot, pool, parties, word));
      const sql = () => timed(() => countsBySql(pool, snapshot, parties, asOf));
      const turns = await inTurns(
        { concord: ours('AS_OF'), sql, onTheDay: ours('ON_THE_DAY') },
        { warmUp: 3, rounds: 15 },
      );
      const line = { target: '', met: null };
      const peer = `SQL ${milliseconds(turns.sql)}`;
      const ratio = times(turns.sql.median / turns.concord.median);
      results.push({ ...line, what, concord: milliseconds(turns.concord), peer, ratio });
      results.push({
        ...line,
        what: `${what}, words of the day`,
        concord: milliseconds(turns.onTheDay),
        peer: '',
        ratio: '',
      });
    }
    return results;
  } finally {
    await database.close();
  }
}

const asked = (snapshot: Snapshot, pool: Pool, parties: readonly Party[], word: WordDay = 'AS_OF') =>
  wordAndDeed(
    snapshot,
    parties,
    resolveScope(snapshot, { asOf: dayOf(asOf) }, { today: dayOf(asOf) }),
    defaultPolicy,
    word,
    async (ids) =>
      (await readCitations(pool, ids, snapshot.revision)).map((of) => of.map(({ documentId }) => documentId)),
  );

/** Counts of verdicts by party, of the rows whose vote a roll call tells. */
function requireSame({ rows }: WordAndDeed, bySql: ReadonlyMap<string, number>): void {
  const counts = new Map<string, number>();
  for (const { party, verdict, rollCall } of rows)
    if (rollCall !== null) counts.set(`${party.id} ${verdict}`, (counts.get(`${party.id} ${verdict}`) ?? 0) + 1);
  for (const key of new Set([...counts.keys(), ...bySql.keys()]))
    if (counts.get(key) !== bySql.get(key)) throw new Error(`${key}: ${counts.get(key)}, in SQL ${bySql.get(key)}`);
}
