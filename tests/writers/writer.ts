import { beforeAll } from 'vitest';
import type { KeyScope } from '#ledger/keys/authenticate.ts';
import { createKey } from '#ledger/keys/keys.ts';
import type { Database } from '#postgres/open-database.ts';
import type { HttpServerOptions } from '#server/http-server.ts';
import { type Answer, useServer } from '../api/running-server.ts';

/** The secret of every server under test. */
export const keySecret = 'a secret for the tests, and for nothing else';

export const allScopes: readonly KeyScope[] = ['catalogue:write', 'stances:write', 'exports:manage'];

/** What a mutation answers, as far as the tests look. */
export interface Written {
  readonly __typename: string;
  readonly revision?: {
    readonly number: number;
    readonly author: string;
    readonly source: string;
    readonly message: string;
  };
  readonly changed?: boolean;
  readonly code?: string;
  readonly message?: string;
  readonly problems?: readonly { readonly at: string; readonly found: string; readonly expected: string }[];
  readonly changes?: readonly {
    readonly at: string;
    readonly record: string;
    readonly revision: { readonly number: number };
  }[];
  readonly [field: string]: unknown;
}

/** A server, and a writer with a key named `editor`. */
export function useWriter(database: Database, name = 'editor', options: Partial<HttpServerOptions> = {}) {
  const server = useServer(database, { keySecret, ...options });
  let token = '';
  beforeAll(async () => {
    token = await createKey(database.pool, { name, scopes: allScopes, expiresAt: null }, keySecret);
  });
  const authorization = () => `Bearer ${token}`;

  /** Sends a mutation; `selection` is what to ask of the payload besides. */
  const send = async (
    mutation: string,
    input: Record<string, unknown>,
    selection = '',
  ): Promise<Answer<{ result: Written }>> => {
    const typeName = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
    const query = `mutation ($input: ${typeName}!) { result: ${mutation}(input: $input) {
      __typename
      ... on Revised { revision { number author source message } changed }
      ... on Error { code message }
      ... on InvalidInput { problems { at found expected } }
      ... on Conflict { changes { at record revision { number } } }
      ${selection}
    } }`;
    return server.ask(query, { input: { message: 'a test', ...input } }, { authorization: authorization() });
  };

  return {
    ...server,
    authorization,
    send,
    /** The error of a mutation that must have failed: its code and message, and the HTTP status and Retry-After of the answer. */
    async failure(mutation: string, input: Record<string, unknown>) {
      const typeName = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
      const query = `mutation ($input: ${typeName}!) { ${mutation}(input: $input) { __typename } }`;
      const response = await fetch(server.url(), {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: authorization() },
        body: JSON.stringify({ query, variables: { input: { message: 'a test', ...input } } }),
      });
      const { errors } = (await response.json()) as Answer; // what a GraphQL server answers
      const retryAfter = response.headers.get('retry-after');
      const { message, extensions } = errors?.[0] ?? { message: 'no error' };
      return { status: response.status, retryAfter, code: extensions?.code, message };
    },
    /** The result of a mutation that must be answered without top-level errors. */
    async write(mutation: string, input: Record<string, unknown>, selection = ''): Promise<Written> {
      const { data, errors } = await send(mutation, input, selection);
      if (errors !== undefined || !data) throw new Error(JSON.stringify(errors));
      return data.result;
    },
  };
}

/** A stance on `tw-part` of the small world of tests/ingest/world.ts. */
export const stance = (said: Record<string, unknown> = {}) => ({
  party: 'TR',
  proposition: 'tw-part',
  heldFrom: '2010-05-01',
  position: 'SUPPORT',
  basis: 'OWN_STATEMENT',
  confidence: 'HIGH',
  citations: [{ document: 'letter', verification: 'VERIFIED' }],
  ...said,
});

/** Makes writes that nobody has sent before, each of a day and with an idempotency key of its own. */
export function unsent() {
  let day = 0;
  return () => {
    const heldFrom = `2018-01-${String(++day).padStart(2, '0')}`;
    return { stances: [stance({ heldFrom })], idempotencyKey: `key ${day}` };
  };
}
