import type { Config } from '#config/read-config.ts';
import { readRevisionFacts } from '#ledger/read/revision-facts.ts';
import { readRights } from '#postgres/examine/rights.ts';
import { readServerFacts } from '#postgres/examine/server-facts.ts';
import { type Database, openDatabase } from '#postgres/open-database.ts';
import { readWriteAccess } from '#postgres/read-write-access.ts';
import { buildSnapshot } from '#snapshot/build-snapshot.ts';
import { buffersOf } from '#snapshot/snapshot.ts';
import { attempt, findingOf } from './attempt.ts';
import { type Finding, ok } from './finding.ts';
import { checkMigrations } from './migrations.ts';
import { checkRevisions } from './revisions.ts';
import { checkRights } from './rights.ts';
import { checkSeeds } from './seeds.ts';
import { checkServerFacts } from './server.ts';
import { checkWebhooks } from './webhooks.ts';

/** Checks the database at an address and, if it has every migration, the ledger in it. Writes nothing. */
export async function* checkDatabase(url: string, config: Config): AsyncGenerator<Finding> {
  const embedded = (config.databaseUrl ?? config.databaseReadUrl) === null;
  let database: Database;
  try {
    const { poolSize, statementTimeoutMs } = config;
    database = await openDatabase(url, { poolSize, statementTimeoutMs });
  } catch (error) {
    yield findingOf('database', error);
    return;
  }
  const { pool } = database;
  try {
    yield ok('database', `A server responds at ${new URL(url).host}${new URL(url).pathname}.`);
    yield* await attempt('server', async () => checkServerFacts(await readServerFacts(pool), config.poolSize));
    yield* await attempt('rights', async () => checkRights(await readRights(pool), await readWriteAccess(pool)));
    const migrations = await attempt('migrations', () => checkMigrations(database, embedded));
    yield* migrations;
    if (migrations.some(({ level }) => level !== 'ok')) return;
    yield* await attempt('revisions', async () => checkRevisions(await readRevisionFacts(pool)));
    yield* await attempt('seeds', () => checkSeeds(database));
    yield* await attempt('webhooks', () => checkWebhooks(pool, config.webhooks));
    yield* await attempt('snapshot', () => checkSnapshot(database.url));
  } finally {
    await database.close();
  }
}

/** Checks that a server's snapshot can be built, and reports the time that takes and its size. */
export async function checkSnapshot(url: string): Promise<Finding> {
  const begun = performance.now();
  const { revision, stances, absences } = await buildSnapshot(url);
  const ms = Math.round(performance.now() - begun);
  const bytes = buffersOf({ stances, absences }).reduce((sum, { byteLength }) => sum + byteLength, 0);
  const count = stances.length.toLocaleString('en');
  const size = `${count} stances, ${bytes.toLocaleString('en')} bytes in columns`;
  return ok('snapshot', `Revision ${revision} was built in ${ms} ms: ${size}.`);
}
