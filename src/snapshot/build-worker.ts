import { parentPort, workerData } from 'node:worker_threads';
import { Client } from 'pg';
import { inUtc, noticeLostClient } from '#postgres/set-up-connection.ts';
import { loadSnapshot } from './load-snapshot.ts';
import { noticeSilence } from './revision-follower.ts';
import { buffersOf } from './snapshot.ts';

const silenceMs = 10_000;

// The thread in which a snapshot is built, so that requests are answered meanwhile.
const client = new Client({
  connectionString: workerData.url,
  application_name: 'concord',
  connectionTimeoutMillis: 3_000,
});
// A connection that breaks in use fails the query; one that breaks after it does no harm.
client.on('error', () => {});
try {
  const data = await noticeSilence(client, silenceMs, async () => {
    await client.connect();
    await client.query(`${inUtc}; ${noticeLostClient('false')}`);
    return loadSnapshot(client);
  });
  parentPort?.postMessage(data, buffersOf(data));
} finally {
  await client.end().catch(() => {});
}
