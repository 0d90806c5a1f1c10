import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import type { Database } from '#postgres/open-database.ts';
import { until } from '../../ledger/transaction.ts';
import { useDatabase } from '../../support/database.ts';
import { everything, standing } from '../standing.ts';
import { startImport } from './import-in-a-process.ts';
import { importFolder, importSample, sample } from './sample.ts';

/** The backends that wait for somebody else's lock. */
async function waiting({ pool }: Database): Promise<number[]> {
  const { rows } = await pool.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0`,
  );
  return rows.map(({ pid }) => pid);
}

/** Lets nobody write a table while `use` runs; reading goes on. */
async function withoutWriting<T>({ pool }: Database, table: string, use: () => Promise<T>): Promise<T> {
  const holder = await pool.connect();
  try {
    await holder.query('BEGIN');
    await holder.query(`LOCK TABLE ${table} IN EXCLUSIVE MODE`);
    return await use();
  } finally {
    await holder.query('ROLLBACK');
    holder.release();
  }
}

describe.each(['revision', 'party', 'stance', 'absence'])('an import that loses the database at %s', (table) => {
  const database = useDatabase('seeded');

  test('fails, leaves the ledger as it was, and can be made again', async () => {
    const before = await everything(database);
    const failure = await withoutWriting(database, table, async () => {
      const importing = importFolder(database, sample).catch((error: unknown) => error);
      await until(async () => (await waiting(database)).length > 0);
      for (const pid of await waiting(database)) await database.pool.query('SELECT pg_terminate_backend($1)', [pid]);
      return importing;
    });
    expect(failure).toMatchObject({ code: '57P01' });
    expect(await everything(database)).toEqual(before);
    expect(await importSample(database)).toMatchObject({ status: 'REVISED', revision: 2 });
    expect(await standing(database)).toMatchObject({ revision: 2, stance: 1286, absence: 6 });
  });
});

describe.each(['revision', 'stance'])('a process that is killed while it imports, at %s,', (table) => {
  const database = useDatabase('seeded');

  test('leaves the ledger as it was', async () => {
    const before = await everything(database);
    const importing = startImport(database.url, sample);
    await withoutWriting(database, table, async () => {
      await until(async () => (await waiting(database)).length > 0);
      expect(await otherConnections(database)).toBe(true);
      importing.kill('SIGKILL');
      await once(importing, 'close');
    });
    await until(async () => !(await otherConnections(database)));
    expect(await everything(database)).toEqual(before);
    expect(await importSample(database)).toMatchObject({ status: 'REVISED', revision: 2 });
  });
});

/** Whether somebody besides this test is connected: the server lets go of a killed client when it notices. */
async function otherConnections({ pool }: Database): Promise<boolean> {
  const { rows } = await pool.query<{ others: boolean }>(
    `SELECT count(*) > 0 AS others FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'unga-import'`,
  );
  return rows[0]?.others === true;
}

describe('a revision of somebody else that comes while an import is compared', () => {
  const database = useDatabase('seeded');

  test('is not overlooked: the import is compared again', async () => {
    const holder = await database.pool.connect();
    await holder.query('BEGIN');
    await holder.query(`INSERT INTO revision (author, source, message) VALUES ('tester', 'other', 'a country')`);
    await holder.query(`INSERT INTO party (key, kind, name, aliases, addresses, added_in)
      SELECT 'AD', 'COUNTRY', 'Valleys of Andorra', '{}', '{}', last FROM revision_counter`);
    const importing = importSample(database);
    await until(async () => (await waiting(database)).length > 0);
    await holder.query('COMMIT');
    holder.release();
    expect(await importing).toMatchObject({ status: 'REVISED', revision: 3, changes: { party: { added: 38 } } });
  });
});
