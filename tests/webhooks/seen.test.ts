import { createRequire } from 'node:module';
import { beforeAll, expect, test } from 'vitest';
import { checkWebhooks } from '#cli/doctor/webhooks.ts';
import { createKey } from '#ledger/keys/keys.ts';
import { useServer } from '../api/running-server.ts';
import { useDatabase } from '../support/database.ts';

const { createMetrics } = createRequire(import.meta.url)('#server/metrics.ts') as typeof import('#server/metrics.ts');

const database = useDatabase('migrated');
const keySecret = 'a secret of at least thirty-two characters';
const server = useServer(database, { keySecret });
let manager = '';
let writer = '';

// As a worker leaves them.
beforeAll(async () => {
  const key = async (name: string, scope: 'exports:manage' | 'stances:write') =>
    `Bearer ${await createKey(database.pool, { name, scopes: [scope], expiresAt: null }, keySecret)}`;
  manager = await key('manager', 'exports:manage');
  writer = await key('writer', 'stances:write');
  const { pool } = database;
  await pool.query(`INSERT INTO webhook_cursor (destination, ledger, revision, problem)
    SELECT name, ledger, 4, problem FROM revision_counter, (VALUES ('desk', NULL), ('lab', 'Too large.')) AS v (name, problem)`);
  await pool.query(`INSERT INTO webhook_delivery (destination, ledger, revision, body, status, attempts, error)
    SELECT 'desk', ledger, revision, '{}', status::"WebhookStatus", attempts, error FROM revision_counter,
      (VALUES (2, 'DELIVERED', 1, NULL), (3, 'DEAD', 17, 'The receiver answered 500'), (4, 'WAITING', 0, NULL)) AS v (revision, status, attempts, error)`);
});

const query = `{
  webhooks { name revision problem waiting delivered dead }
  webhookDeliveries(status: DEAD) { totalCount nodes { messageId destination revision attempts error } }
}`;

test('a key that may manage exports sees what was delivered and what is dead', async () => {
  const { data } = await server.ask(query, {}, { authorization: manager });
  expect(data).toEqual({
    webhooks: [
      { name: 'desk', revision: 4, problem: null, waiting: 1, delivered: 1, dead: 1 },
      { name: 'lab', revision: 4, problem: 'Too large.', waiting: 0, delivered: 0, dead: 0 },
    ],
    webhookDeliveries: {
      totalCount: 1,
      nodes: [
        {
          messageId: expect.stringMatching(/^msg_[\da-f-]{36}$/),
          destination: 'desk',
          revision: 3,
          attempts: 17,
          error: 'The receiver answered 500',
        },
      ],
    },
  });
});

test('nobody else does', async () => {
  const codes = async (headers: Record<string, string>) =>
    (await server.ask(query, {}, headers)).errors?.map(({ extensions }) => extensions?.code);
  expect(await codes({})).toEqual(['UNAUTHENTICATED']);
  expect(await codes({ authorization: writer })).toEqual(['FORBIDDEN']);
});

test('doctor warns of what is dead, stopped or not followed', async () => {
  const destination = (name: string) => ({
    name,
    url: 'https://desk.example/',
    secrets: [],
    what: { kind: 'LEDGER', parties: null, issues: null, propositions: null } as const,
  });
  const found = async (...names: string[]) =>
    (await checkWebhooks(database.pool, names.map(destination))).map(({ level, found: text }) => [level, text]);
  expect(await found('desk', 'lab', 'new')).toEqual([
    ['warning', 'desk did not take 1 webhooks.'],
    ['warning', 'lab is told of nothing after revision 4.'],
    ['warning', 'new has not been followed yet.'],
  ]);
  expect(await found()).toEqual([]);
});

test('Prometheus is told of each destination', async () => {
  const page = await createMetrics(database, { ...server.server(), webhooks: ['desk'] }).page();
  expect(page).toContain('concord_webhooks_waiting{destination="desk"} 1');
  expect(page).toContain('concord_webhooks_dead{destination="desk"} 1');
  expect(page).toContain('concord_webhooks_blocked{destination="lab"} 1');
  expect(page).toContain('concord_webhooks_revision{destination="desk"} 4');
});
