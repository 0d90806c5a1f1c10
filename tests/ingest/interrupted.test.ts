import type { PoolClient } from 'pg';
import { describe, expect, test } from 'vitest';
import type { Database } from '#postgres/open-database.ts';
import { isAnybodyWaiting, until, waitingBackends } from '../ledger/transaction.ts';
import { useDatabase } from '../support/database.ts';
import { say } from './say.ts';
import { everything, standing } from './standing.ts';
import { world } from './world.ts';

/** Errors of connections in use to which nobody but this test listened: in a server each would end the process. */
function unheardErrors({ pool }: Database): readonly string[] {
  const unheard: string[] = [];
  const known = new WeakSet<PoolClient>();
  pool.on('acquire', (client) => {
    if (known.has(client)) return;
    known.add(client);
    client.on('error', ({ message }) => {
      if (client.listenerCount('error') === 1) unheard.push(message);
    });
  });
  return unheard;
}

/** Imports the world, and ends the connection of the import when it begins to write a table. */
async function importInterruptedAt(database: Database, table: string) {
  const unheard = unheardErrors(database);
  const holder = await database.pool.connect();
  try {
    await holder.query('BEGIN');
    await holder.query(`LOCK TABLE ${table} IN EXCLUSIVE MODE`); // reading goes on, writing waits
    const failure = say(database, world).then(
      (outcome) => outcome,
      (error: unknown) => error,
    );
    await until(() => isAnybodyWaiting(database));
    for (const pid of await waitingBackends(database))
      await database.pool.query('SELECT pg_terminate_backend($1)', [pid]);
    return { failure: await failure, unheard };
  } finally {
    await holder.query('ROLLBACK');
    holder.release();
  }
}

describe.each(['revision', 'party', 'stance', 'passage_stance'])('an import that loses the database at %s', (table) => {
  const database = useDatabase('migrated');

  test('fails, leaves the ledger as it was, and can be made again', async () => {
    const before = await everything(database);
    const { failure } = await importInterruptedAt(database, table);
    expect(failure).toMatchObject({ code: '57P01' });
    expect(await everything(database)).toEqual(before);
    expect(await say(database, world)).toMatchObject({ status: 'REVISED', revision: 1 });
    expect(await standing(database)).toMatchObject({ revision: 1, stance: 3, citation: 4, passage: 1 });
  });
});

describe('a server that loses the database in the middle of an import', () => {
  const database = useDatabase('migrated');

  // revise() takes a connection from the pool and nobody listens to its 'error' event, so a lost connection ends the process.
  test('goes on', async () => {
    const { unheard } = await importInterruptedAt(database, 'stance');
    await database.pool.query('SELECT 1');
    expect(unheard).toEqual([]);
  });
});
