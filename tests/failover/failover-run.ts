import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createKey } from '#ledger/keys/keys.ts';
import { verifyLedger } from '#ledger/verify/verify-ledger.ts';
import { makeScratchFolder } from '#postgres/embedded/scratch-folder.ts';
import { applyMigrations } from '#postgres/migrate/apply-migrations.ts';
import { openDatabase } from '#postgres/open-database.ts';
import { layCable } from '../snapshot/cable.ts';
import { startAskedServer } from './asked-server.ts';
import { checkFailover, type Revision } from './check-failover.ts';
import { createDatabase, type Node, promote, standbyOf, startNode } from './node.ts';
import { writeOn } from './write-on.ts';

export interface FailoverRunOptions {
  /** How often a standby that misses the last revision takes over. */
  readonly failovers: number;
  /** Told of every one. */
  readonly note?: (text: string) => void;
}

export interface FailoverReport {
  readonly wrong: readonly string[];
  /** Milliseconds after which the server answered from the new primary, by failover. */
  readonly recoveredAfterMs: readonly number[];
  /** How many answers were looked at. */
  readonly answers: number;
}

/**
 * A server that goes on at the same address while, again and again, a standby without the last revision is promoted and another revision with the same
 * number is written there. Meanwhile clients write by the API: what was acknowledged has to be in the ledger, once. In turn the old primary ends with its connections, or runs on with them while only new connections reach the new one.
 */
export async function failoverRun({ failovers, note = () => {} }: FailoverRunOptions): Promise<FailoverReport> {
  const scratch = makeScratchFolder();
  const report = { wrong: [] as string[], recoveredAfterMs: [] as number[], answers: 0 };
  const folder = (number: number) => join(scratch.path, `node-${number}`);
  let primary = await startNode(folder(0));
  let left: Node | null = null;
  const key = await makeLedger(primary);
  const cable = await layCable(primary.url);
  const server = await startAskedServer(cable.url, { key, keySecret });
  /** Bodies by entity tag: one tag is one body, whatever happened to the ledger. */
  const bodies = new Map<string, string>();
  try {
    await writeOn(primary, 'before all');
    for (let number = 1; number <= failovers; number++) {
      const standby = await standbyOf(primary, folder(number));
      const lost = await writeOn(primary, `lost in failover ${number}`);
      await promote(standby);
      const won = await writeOn(standby, `won in failover ${number}`);
      const runsOn = number % 2 === 0;
      const move = async () => {
        if (!runsOn) await cable.cut();
        cable.lead(standby.url);
        if (!runsOn) await cable.mend();
      };
      const found = await checkFailover(server, {
        lost,
        won,
        number,
        bodies,
        move,
        revisions: () => revisionsOf(standby),
      });
      report.wrong.push(...found.wrong);
      report.recoveredAfterMs.push(found.recoveredAfterMs);
      report.answers += found.answers;
      note(
        `${number}: ${runsOn ? 'the old primary runs on' : 'the old primary is gone'}; ${Math.round(found.recoveredAfterMs)} ms, ${found.answers} answers, ${found.acknowledged} writes acknowledged at once, ${found.wrong.length} wrong`,
      );
      await left?.end();
      left = primary;
      primary = standby;
    }
    report.wrong.push(...(await touchedIn(primary)));
  } finally {
    await server.close();
    await cable.cut();
    await primary.end();
    await left?.end();
    await rm(scratch.path, { recursive: true, force: true });
    scratch.remove();
  }
  return report;
}

const keySecret = 'a secret for the keys of a test';

/** Makes a ledger of two countries; returns a key with which it can be written. */
async function makeLedger({ url }: Node): Promise<string> {
  await createDatabase(url);
  const database = await openDatabase(url);
  try {
    await applyMigrations(database);
    const client = await database.pool.connect();
    await client.query('BEGIN');
    await client.query("INSERT INTO revision (author, source, message) VALUES ('failover', 'failover', 'a country')");
    await client.query(
      `INSERT INTO party (key, kind, name, aliases, addresses, added_in) SELECT key, 'COUNTRY', name, '{}', '{}', last
       FROM revision_counter, (VALUES ('CN', 'China'), ('RU', 'Russia')) AS country(key, name)`,
    );
    await client.query('COMMIT');
    client.release();
    return await createKey(
      database.pool,
      { name: 'failover-test', scopes: ['catalogue:write'], expiresAt: null },
      keySecret,
    );
  } finally {
    await database.close();
  }
}

/** Message and digest of every revision of a node. */
async function revisionsOf({ url }: Node): Promise<Revision[]> {
  const database = await openDatabase(url, { poolSize: 1 });
  try {
    const { rows } = await database.pool.query<Revision>(
      "SELECT message, encode(digest, 'hex') AS digest FROM revision ORDER BY number",
    );
    return rows;
  } finally {
    await database.close();
  }
}

async function touchedIn({ url }: Node): Promise<string[]> {
  const database = await openDatabase(url);
  try {
    const { touched } = await verifyLedger(database, () => {});
    return touched === null ? [] : [`the last primary does not verify: ${JSON.stringify(touched)}`];
  } finally {
    await database.close();
  }
}
