import { setTimeout as delay } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { shareWriters } from '#graphql/execution/writer/json-writer.ts';
import { openWithStandby } from '#postgres/open-with-standby.ts';
import { createLogger, LineBuffer } from '../create-logger.ts';
import { distrustConnections } from '../distrust-connections.ts';
import { createHttpServer } from '../http-server.ts';
import { settingsOf } from '../settings-of.ts';
import { stopServing } from '../stop-serving.ts';
import { traceIfConfigured } from '../trace-if-configured.ts';
import { FollowedSnapshots } from './followed-snapshots.ts';
import { LentThreads } from './lent-threads.ts';
import type { FromLoop, LoopOptions, ToLoop } from './messages.ts';

// An event loop that answers requests as the first one of the process does, from the same snapshots, and of the same budgets of its clients.
const {
  config,
  databaseUrl: url,
  standbyUrl,
  poolSize,
  keySecret,
  loops,
  counts,
  published,
} = workerData as LoopOptions;
const { budgets, room, rateLimitStore } = workerData as LoopOptions;
const { host, statementTimeoutMs, lockTimeoutMs: patienceMs, writeUrl } = config;

shareWriters(loops);
const send = (message: FromLoop) => parentPort?.postMessage(message);
const lines = new LineBuffer((text) => send({ kind: 'LOG', lines: text }));
const logger = createLogger(config.logLevel, lines);

const database = await openWithStandby(
  { url, standbyUrl },
  {
    poolSize,
    statementTimeoutMs,
    writeUrl,
    waiting: { patienceMs, tell: (message) => logger.warn(message) },
    // The first loop has checked it; one that takes the place of another answers from memory too.
    mayBeAway: true,
  },
);
const snapshots = new FollowedSnapshots(published, {
  loops,
  await: (revision, patienceMs, digest) => send({ kind: 'AWAIT', revision, patienceMs, digest }),
  doubt: () => send({ kind: 'DOUBT' }),
  distrust: () => distrustConnections(database),
});
const threads = new LentThreads(send, (snapshot) => snapshots.editionOf(snapshot));
const server = createHttpServer({
  ...settingsOf(config),
  database,
  logger,
  keySecret,
  loops,
  ofFirst: { snapshots, threads, budgets, room, rateLimitStore },
});
server.documents.onRegistered((text) => send({ kind: 'REGISTERED', text }));
const counted = counts ? (await import('../metrics.ts')).createCounted(database, server) : null;
if (counted !== null) server.observe(counted.observe);
const tracing = await traceIfConfigured(server);

/** Time limit for sending the last spans. */
const sendingMs = 500;

const closing = Promise.withResolvers<void>();

async function finish(): Promise<void> {
  await stopServing(server, null, database, config, () => {
    send({ kind: 'FINISHED' });
    return closing.promise;
  });
  await Promise.race([tracing?.close(), delay(sendingMs, undefined, { ref: false })]);
  await database.close();
  lines.close();
  send({ kind: 'CLOSED' });
}

parentPort?.on('message', async (message: ToLoop) => {
  switch (message.kind) {
    case 'LISTEN':
      server.http.listen({ port: message.port, host, reusePort: true });
      return;
    case 'REGISTERED':
      server.documents.learn(message.text);
      return;
    case 'COUNT':
      send({ kind: 'COUNTED', id: message.id, figures: (await counted?.figures()) ?? [] });
      return;
    case 'EXECUTED':
      threads.settle(message.id, message.outcome);
      return;
    case 'FINISH':
      await finish();
      return;
    case 'CLOSE':
      closing.resolve();
  }
});
server.http.on('listening', () => send({ kind: 'LISTENING' }));
send({ kind: 'LOADED' });
