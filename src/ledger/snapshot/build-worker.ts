import { parentPort, workerData } from 'node:worker_threads';
import { Client } from 'pg';
import { loadSnapshot } from './load-snapshot.ts';
import { buffersOf } from './snapshot-data.ts';

// The thread in which a snapshot is built, so that requests are answered meanwhile.
const client = new Client({
  connectionString: workerData.url,
  application_name: 'concord',
  options: '-c timezone=UTC',
});
// A connection that breaks in use fails the query; one that breaks after it does no harm.
client.on('error', () => {});
await client.connect();
try {
  const data = await loadSnapshot(client);
  parentPort?.postMessage(data, buffersOf(data));
} finally {
  await client.end().catch(() => {});
}
