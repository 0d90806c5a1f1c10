import { once } from 'node:events';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterAll } from 'vitest';
import type { Database } from '#postgres/open-database.ts';
import type { HttpServer, HttpServerOptions } from '#server/http-server.ts';

// As in tests/api/running-server.ts.
const { createHttpServer } = createRequire(import.meta.url)(
  '#server/http-server.ts',
) as typeof import('#server/http-server.ts');

/** A server that is stopped as `concord serve` stops it, and started again on the same port. */
export function restartable(database: Database, options: Partial<HttpServerOptions> = {}) {
  let server: HttpServer | null = null;
  let port = 0;
  const stop = async () => {
    if (server === null) return;
    const { http, lifecycle } = server;
    server = null;
    await lifecycle.stop();
    const closed = once(http, 'close');
    http.close();
    http.closeIdleConnections();
    await closed;
  };
  afterAll(stop);
  return {
    url: () => `http://127.0.0.1:${port}/graphql`,
    subscribers: () => server?.subscriptions.figures.subscribers ?? 0,
    figures: () => server?.subscriptions.figures,
    async start() {
      if (server !== null) return;
      server = createHttpServer({ database, logger: pino({ level: 'silent' }), ...options });
      await once(server.http.listen(port, '127.0.0.1'), 'listening');
      port = (server.http.address() as AddressInfo).port; // it listens on a port
      await server.snapshots.newest();
    },
    stop,
  };
}
