import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { startConcord } from '../cli/run-concord.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase('seeded');
const traceId = '0af7651916cd43dd8448eb211c80319c';

/** A collector that takes spans over HTTP, as OpenTelemetry's do. */
async function startCollector() {
  const received = Promise.withResolvers<string>();
  const server = createServer(async (request, response) => {
    received.resolve(`${request.url} ${JSON.stringify(await json(request))}`);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void server.close());
  return { port: (server.address() as AddressInfo).port, received: received.promise }; // it listens on a port
}

test('with its variables set, requests are told to an OpenTelemetry collector, continuing the trace of the client', async () => {
  const collector = await startCollector();
  const child = startConcord(['serve', '--json'], {
    DATABASE_URL: database.url,
    PORT: '0',
    LOG_LEVEL: 'silent',
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${collector.port}`,
    OTEL_SERVICE_NAME: 'concord-under-test',
    OTEL_BSP_SCHEDULE_DELAY: '10',
  });
  const [line] = await once(child.stdout, 'data');
  await fetch(JSON.parse(String(line)).api, {
    method: 'POST',
    headers: { 'content-type': 'application/json', traceparent: `00-${traceId}-b7ad6b7169203331-01` },
    body: JSON.stringify({ query: 'query Traced { dataset { revision } }' }),
  });
  const told = await collector.received;
  child.kill('SIGTERM');
  await once(child, 'close');
  expect(told).toMatch(/^\/v1\/traces /);
  expect(told).toContain(traceId);
  expect(told).toContain('"graphql.operation.name"');
  expect(told).toContain('Traced');
  expect(told).toContain('concord-under-test');
});
