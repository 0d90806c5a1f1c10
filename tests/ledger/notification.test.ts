import { once } from 'node:events';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { rolledBack, takeRevision } from './transaction.ts';

const database = useDatabase('migrated');

/** Somebody who listens, and what was heard so far. */
async function listen() {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const heard: string[] = [];
  client.on('notification', ({ payload }) => heard.push(payload ?? ''));
  await client.query('LISTEN concord_revision');
  return { client, heard };
}

test('listeners hear of a revision when it is committed, not before, and never of one that was rolled back', async () => {
  const { client: listener, heard } = await listen();
  const writer = await database.pool.connect();
  try {
    await rolledBack(database, (client) => takeRevision(client));
    await writer.query('BEGIN');
    const number = await takeRevision(writer);
    await listener.query('SELECT'); // whatever was sent by now has arrived with the answer
    expect(heard).toEqual([]);
    const told = once(listener, 'notification');
    await writer.query('COMMIT');
    await told;
    expect(heard).toEqual([`${number}`]);
  } finally {
    writer.release();
    await listener.end();
  }
});
