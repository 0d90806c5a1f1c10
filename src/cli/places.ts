import type { Server } from 'node:http';
import { resolve } from 'node:path';
import type { Config } from '#config/read-config.ts';
import { httpAddress } from './http-address.ts';

/** Where the running Concord is to be found. */
export interface Places {
  readonly playground: string;
  readonly api: string;
  readonly health: string;
  /** Folder of the embedded server, or host and database of another; no password. */
  readonly data: string;
}

export function placesOf(server: Server, { databaseUrl, dataDirectory }: Config): Places {
  const address = httpAddress(server);
  return {
    playground: `${address}/graphql`,
    api: `${address}/graphql`,
    health: `${address}/health`,
    data: databaseUrl === null ? resolve(dataDirectory) : new URL(databaseUrl).host + new URL(databaseUrl).pathname,
  };
}

/** What a person reads when Concord has started. */
export function placesBlock({ playground, api, health, data }: Places): string {
  return `
Concord is running.

  Playground  ${playground}   ask in a browser
  API         ${api}   POST a query
  Health      ${health}
  Data        ${data}

Ctrl-C stops it.
`;
}
