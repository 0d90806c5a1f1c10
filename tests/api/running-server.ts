import { once } from 'node:events';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { GraphQLFormattedError } from 'graphql';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import type { Database } from '#postgres/open-database.ts';
import type { HttpServer, HttpServerOptions } from '#server/http-server.ts';
import { isShared } from '../support/database.ts';

// Loaded by Node itself, as in production: Vite would give our code another copy of graphql than the one that Yoga gets from Node.
const { createHttpServer } = createRequire(import.meta.url)(
  '#server/http-server.ts',
) as typeof import('#server/http-server.ts');

export interface Answer<Data = unknown> {
  readonly data?: Data | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** A list as most questions ask for it. */
export interface List<Row> {
  readonly totalCount: number;
  readonly nodes: readonly Row[];
}

export type Keyed = { readonly key: string };

export const keysOf = ({ nodes }: { readonly nodes: readonly Keyed[] }): string[] => nodes.map(({ key }) => key);

/** What "today" is for the server under test. */
export const today = '2026-01-15';

interface Running {
  readonly server: HttpServer;
  /** Address of the API. */
  readonly url: string;
}

/** What a server logs. */
class Log {
  readonly logged: Record<string, unknown>[] = [];
  readonly requests: Record<string, unknown>[] = [];
  readonly logger = pino(
    {},
    {
      write: (line: string) => {
        const entry = JSON.parse(line);
        (entry.msg === 'request' ? this.requests : this.logged).push(entry);
      },
    },
  );

  empty(): void {
    this.logged.length = 0;
    this.requests.length = 0;
  }
}

async function start(database: Database, { logger }: Log, options: Partial<HttpServerOptions>): Promise<Running> {
  // On a busy machine an answer can take longer than the usual limit.
  const usual = { requestTimeoutMs: 100_000, now: () => new Date(`${today}T12:00:00Z`) };
  const server = createHttpServer({ database, logger, ...usual, ...options });
  await once(server.http.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.http.address() as AddressInfo; // as it listens on an address and port
  return { server, url: `http://127.0.0.1:${port}/graphql` };
}

const shared = new Map<Database, { readonly log: Log; running: Promise<Running> | null }>();

/** The server of a database that test files share, which they share too; what other files asked is not in its log. */
function useShared(database: Database): { readonly log: Log; running(): Promise<Running> } {
  const one = shared.get(database) ?? { log: new Log(), running: null };
  shared.set(database, one);
  beforeAll(() => one.log.empty());
  return {
    log: one.log,
    running: () => {
      // Test files together ask more than one client may, and may have long pauses between them.
      one.running ??= start(database, one.log, { limits: { rateLimit: 999_999_999 }, keepAliveSeconds: 3_600 });
      return one.running;
    },
  };
}

/**
 * A Concord server on a database, listening while the tests of the file run. On a database that test files share they share the server as well, but for one
 * that has options.
 */
export function useServer(database: Database, options?: Partial<HttpServerOptions>) {
  const sharing = options === undefined && isShared(database) ? useShared(database) : null;
  const log = sharing?.log ?? new Log();
  const { logged, requests } = log;
  let server: HttpServer;
  let url = '';
  beforeAll(async () => {
    ({ server, url } = await (sharing?.running() ?? start(database, log, options ?? {})));
  });
  afterAll(async () => {
    if (sharing !== null) return;
    server.http.closeAllConnections();
    await new Promise((done) => server.http.close(done));
  });

  const ask = async <Data>(
    query: string,
    variables: Record<string, unknown> = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<Data>> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer<Data>; // the shape is that of the query, which the test writes beside the type
  };

  const dataOf = async <Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> => {
    const { data, errors } = await ask<Data>(query, variables);
    expect(errors).toBeUndefined();
    return data as Data; // without errors there is data
  };

  return {
    /** Address of the API. */
    url: () => url,
    /** The log, but for the lines of requests. */
    logged,
    /** The log's lines of requests. */
    requests,
    server: () => server,
    /** The answer to a question, whatever it is. */
    ask,
    /** The data of an answer that must be without errors. */
    dataOf,
    /** Waits until the server answers at a revision, which it is told of by the database. */
    seen: (revision: number) =>
      vi.waitFor(
        async () => {
          const { dataset } = await dataOf<{ dataset: { revision: number } }>('{ dataset { revision } }');
          expect(dataset.revision).toBe(revision);
        },
        { timeout: 10_000 },
      ),
    /** The first error of an answer that must have one: its code, path and message. */
    async errorOf(query: string, variables: Record<string, unknown> = {}) {
      const error = (await ask(query, variables)).errors?.[0];
      return {
        code: error?.extensions?.code,
        path: error?.path,
        message: error?.message,
        extensions: error?.extensions,
      };
    },
    /** Every row of a list of the query type, whatever its length; `args` and `selection` are as in a query. */
    async everyRow<Row>(list: string, args: string, selection: string): Promise<Row[]> {
      const rows: Row[] = [];
      let after: string | null = null;
      for (;;) {
        const page: Record<string, Page<Row>> = await dataOf(
          `query ($after: String) {
            ${list}(first: 250, after: $after, ${args}) { totalCount pageInfo { hasNextPage endCursor } nodes { ${selection} } }
          }`,
          { after },
        );
        const { totalCount, pageInfo, nodes } = page[list] as Page<Row>; // it was asked for
        rows.push(...nodes);
        after = pageInfo.endCursor;
        if (pageInfo.hasNextPage) continue;
        expect(rows.length).toBe(totalCount);
        return rows;
      }
    },
  };
}

interface Page<Row> extends List<Row> {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
