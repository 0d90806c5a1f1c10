import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { Pool } from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { failureOfServer } from '#postgres/database-error.ts';
import { applyMigrations } from '#postgres/migrate/apply-migrations.ts';

/** A port that nobody listens on. */
async function silentPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // it listens on TCP
  server.close();
  await once(server, 'close');
  return port;
}

test('a server that went away before the migrations were looked at is told of as a lost connection', async () => {
  const url = `postgresql://concord@127.0.0.1:${await silentPort()}/concord`;
  const pool = new Pool({ connectionString: url });
  onTestFinished(() => pool.end());
  const waiting = { patienceMs: 1_000, tell: () => {} };
  const error = await applyMigrations({ url, pool, waiting }).catch((cause) => cause);
  expect(failureOfServer(error)).toMatchObject({
    code: 'DATABASE_LOST',
    message: expect.stringMatching(
      /^The connection to the database was lost: .*ECONNREFUSED.*\. The transaction .* running again\.$/,
    ),
  });
});

test.each([
  'Client has encountered a connection error and is not queryable',
  'Server has closed the connection.',
  'FATAL: terminating connection due to unexpected postmaster exit',
  'FATAL: the database system is in recovery mode',
])('so is one that goes away meanwhile: %s', (message) => {
  expect(failureOfServer(new Error(message))?.message).toMatch(
    /^The connection to the database was lost: .*[a-z]\. The transaction/,
  );
});
