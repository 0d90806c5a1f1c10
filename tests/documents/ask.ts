import type { Answer } from '../api/running-server.ts';

/** What a test asks with; texts that are undefined are left out. */
export interface Parameters {
  readonly query?: string;
  readonly documentId?: unknown;
  readonly operationName?: string;
  readonly variables?: Record<string, unknown>;
  readonly extensions?: Record<string, unknown>;
}

export interface Asked {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Answer['data'];
  /** Code and message of the first error. */
  readonly code: unknown;
  readonly message: string | undefined;
}

async function read(response: Response): Promise<Asked> {
  const { data, errors } = (await response.json()) as Answer; // an answer of GraphQL
  const [error] = errors ?? [];
  return {
    status: response.status,
    headers: response.headers,
    data,
    code: error?.extensions?.code,
    message: error?.message,
  };
}

/** The address at which something is asked by GET. */
export function addressOf(api: string, parameters: Parameters): URL {
  const url = new URL(api);
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) url.searchParams.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return url;
}

export const get = async (api: string, parameters: Parameters, accept = 'application/json'): Promise<Asked> =>
  read(await fetch(addressOf(api, parameters), { headers: { accept } }));

export const post = async (api: string, parameters: Parameters, accept = 'application/json'): Promise<Asked> =>
  read(
    await fetch(api, {
      method: 'POST',
      headers: { accept, 'content-type': 'application/json' },
      body: JSON.stringify(parameters),
    }),
  );

/** How something is asked, for tests of both. */
export const ways = [
  ['GET', get],
  ['POST', post],
] as const;
