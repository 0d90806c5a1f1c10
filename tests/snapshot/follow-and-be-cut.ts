import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { openSnapshots } from '#snapshot/snapshots.ts';

// A process of its own: follows the ledger again and again, and ends every connection as soon as the first snapshot is there.
const url = process.argv[2] ?? '';
const times = 20;

const other = new Client({ connectionString: url });
await other.connect();
for (let time = 0; time < times; time++) {
  const snapshots = openSnapshots(url, () => {});
  await snapshots.newest();
  await other.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );
  await delay(20);
  await snapshots.close();
}
await other.end();
