import { once } from 'node:events';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import { type Logger, pino } from 'pino';
import { afterAll, beforeAll } from 'vitest';
import type { Database } from '#postgres/open-database.ts';
import type { HttpServer } from '#server/http-server.ts';
import type { EventLoops } from '#server/loops/event-loops.ts';
import { keySecret } from '../writers/writer.ts';

// By Node itself, as tests/api/running-server.ts does.
const load = createRequire(import.meta.url);
const { createHttpServer } = load('#server/http-server.ts') as typeof import('#server/http-server.ts');
const { settingsOf } = load('#server/settings-of.ts') as typeof import('#server/settings-of.ts');
const loopsOf = load('#server/loops/event-loops.ts') as typeof import('#server/loops/event-loops.ts');
const { readConfig } = load('#config/read-config.ts') as typeof import('#config/read-config.ts');

const portOf = (server: { address(): AddressInfo | string | null }) => (server.address() as AddressInfo).port;

/** A port on which nobody listens. */
async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const port = portOf(server);
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * A server of two event loops, which listen on ports of their own here, so that a test knows which one it asks. Both are there while the tests of the file
 * run.
 */
export function useTwoLoops(database: Database, environment: Readonly<Record<string, string>> = {}) {
  const logged: Record<string, unknown>[] = [];
  const logger: Logger = pino(
    {},
    {
      write: (lines: string) =>
        void logged.push(
          ...lines
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line)),
        ),
    },
  );
  let server: HttpServer;
  let loops: EventLoops;
  const urls = { first: '', other: '' };
  beforeAll(async () => {
    const config = readConfig({ CONCORD_REQUEST_TIMEOUT_MS: '100000', CONCORD_SHUTDOWN_MS: '0', ...environment });
    server = createHttpServer({ ...settingsOf(config), database, logger, keySecret, loops: 2 });
    loops = new loopsOf.EventLoops({
      server,
      logger,
      config,
      database,
      keySecret,
      loops: 2,
      poolSize: 4,
      counts: true,
    });
    await loops.load();
    await once(server.http.listen(0, '127.0.0.1'), 'listening');
    const port = await freePort();
    await loops.listen(port);
    urls.first = `http://127.0.0.1:${portOf(server.http)}`;
    urls.other = `http://127.0.0.1:${port}`;
  });
  afterAll(async () => {
    await loops.finish();
    await loops.close();
    server.http.closeAllConnections();
    await new Promise((done) => server.http.close(done));
  });

  return {
    server: () => server,
    loops: () => loops,
    logged,
    /** Addresses of the two loops. */
    urls,
    /** Asks one of them on a connection of its own. */
    async ask(loop: keyof typeof urls, query: string, headers: Readonly<Record<string, string>> = {}, variables = {}) {
      const response = await fetch(`${urls[loop]}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', connection: 'close', ...headers },
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.status, headers: response.headers, body: await response.text() };
    },
  };
}
