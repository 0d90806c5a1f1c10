import { once } from 'node:events';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { useServer } from '../api/running-server.ts';
import { seeds, useRecords } from '../support/database.ts';

const load = createRequire(import.meta.url);
const { createMetrics } = load('#server/metrics.ts') as typeof import('#server/metrics.ts');
const { createMetricsServer } = load('#server/metrics-server.ts') as typeof import('#server/metrics-server.ts');

const database = useRecords(seeds);
const server = useServer(database);

/** The figures, by name and labels. */
async function figures(address: string): Promise<Map<string, number>> {
  const response = await fetch(address);
  const lines = (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
  );
}

test('requests, errors, connections and the snapshot are told on a port of their own', async () => {
  const { snapshots, subscriptions } = server.server();
  const counting = createMetrics(database, { snapshots, subscriptions, webhooks: [] });
  server.server().observe(counting.observe);
  const metrics = createMetricsServer(counting, pino({ level: 'silent' }));
  await once(metrics.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void metrics.close());
  const address = `http://127.0.0.1:${(metrics.address() as AddressInfo).port}`; // it listens on a port
  await server.ask(
    '{ comparison(parties: ["CN", "RU"]) { rows { nodes { cells { stance { citations { locator } } } } } } }',
  );
  await server.ask('{ comparison(parties: ["CN", "ZZ"]) { revision } }');

  const control = new AbortController();
  onTestFinished(() => control.abort());
  const stream = await fetch(server.url(), {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query: 'subscription { ledgerChanged(sinceRevision: 0) { addedStances } }' }),
    signal: control.signal,
  });
  for await (const chunk of stream.body ?? []) if (Buffer.from(chunk).includes('event: next')) break;

  const told = await figures(`${address}/metrics`);
  expect(told.get('concord_subscription_events_total')).toBe(1);
  expect(told.get('concord_subscribers_cut_total')).toBe(0);
  expect(told.has('concord_subscribers')).toBe(true);
  expect(told.get('concord_request_duration_seconds_count{operation="adhoc",status="200"}')).toBe(2);
  expect(told.get('concord_request_errors_total{code="UNKNOWN_PARTY"}')).toBe(1);
  expect(told.get('concord_snapshot_revision')).toBe(1);
  expect(told.get('concord_snapshot_stances')).toBe(1256);
  expect(told.get('concord_snapshot_age_seconds')).toBeGreaterThanOrEqual(0);
  expect(told.get('concord_database_connections')).toBeGreaterThanOrEqual(1);
  expect(told.get('process_resident_memory_bytes')).toBeGreaterThan(1_000_000);
  const elsewhere = await fetch(`${address}/graphql`);
  expect([elsewhere.status, (await elsewhere.json()).errors[0].extensions]).toEqual([404, { code: 'NOT_FOUND' }]);
});

test('the port of the API tells none', async () => {
  expect((await fetch(new URL('/metrics', server.url()))).status).toBe(404);
});
