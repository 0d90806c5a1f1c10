import { once } from 'node:events';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';

// Loaded by Node itself, as in production: a test runner would give our code another copy of graphql than the one that Yoga gets.
const load = createRequire(import.meta.url);
const { createHttpServer } = load('#server/http-server.ts') as typeof import('#server/http-server.ts');
const { openDatabase } = load('#postgres/open-database.ts') as typeof import('#postgres/open-database.ts');

/** What a server said of itself. */
export interface Said {
  readonly status: number;
  readonly etag: string | null;
  readonly body: string;
  /** Null when the answer has no data. */
  readonly revision: number | null;
  readonly digest: string | null;
  readonly note: string | null;
}

/** What became of a write. */
export interface Written {
  readonly name: string;
  /** Digest of the revision that was acknowledged; null when none was. */
  readonly digest: string | null;
  readonly body: string;
}

const writing = `mutation ($input: AmendPartyInput!) {
  amendParty(input: $input) {
    __typename ... on PartyRevised { revision { digest } } ... on InvalidInput { problems { at found expected } }
  }
}`;

const question = '{ dataset { ledger revision digest } party(key: "CN") { note } }';

/** A server on a database that is asked, by GET and without a cache, what it holds, and told to write by a key of `keySecret`. */
export async function startAskedServer(
  url: string,
  { key, keySecret }: { readonly key: string; readonly keySecret: string },
) {
  const database = await openDatabase(url);
  const errors: string[] = [];
  const logger = pino({ level: 'error' }, { write: (line: string) => void errors.push(JSON.parse(line).msg) });
  const server = createHttpServer({ database, logger, keySecret });
  await once(server.http.listen(0, '127.0.0.1'), 'listening');
  const api = `http://127.0.0.1:${(server.http.address() as AddressInfo).port}/graphql`; // it listens on a port
  return {
    /** Messages of the lines of the log with level error. */
    errors,
    async ask(headers: Readonly<Record<string, string>> = {}): Promise<Said> {
      const response = await fetch(`${api}?query=${encodeURIComponent(question)}`, { headers });
      const body = await response.text();
      const { data } = body === '' ? {} : JSON.parse(body);
      const { revision = null, digest = null } = data?.dataset ?? {};
      return {
        status: response.status,
        etag: response.headers.get('etag'),
        body,
        revision,
        digest,
        note: data?.party?.note ?? null,
      };
    },
    /** Writes the note of another country once, however often it is called with one name. */
    async write(name: string): Promise<Written> {
      const response = await fetch(api, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
        body: JSON.stringify({
          query: writing,
          variables: { input: { key: 'RU', note: name, message: name, idempotencyKey: name } },
        }),
      });
      const body = await response.text();
      const digest = JSON.parse(body).data?.amendParty?.revision?.digest ?? null;
      return { name, digest, body };
    },
    async close() {
      server.http.closeAllConnections();
      await new Promise((done) => server.http.close(done));
      await database.close().catch(() => {}); // its connections may have been cut
    },
  };
}
