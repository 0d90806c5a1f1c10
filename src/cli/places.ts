import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { Config } from '#config/read-config.ts';

/** The addresses of a running Concord. */
export interface Places {
  /** The explorer page. */
  readonly explorer: string;
  readonly playground: string;
  readonly api: string;
  readonly health: string;
  /** Null if there are no metrics. */
  readonly metrics: string | null;
  /** Folder of the embedded server, or host and database of another; no password. */
  readonly data: string;
}

export function placesOf(
  server: Server,
  metrics: Server | null,
  { databaseUrl, databaseReadUrl, dataDirectory }: Config,
): Places {
  const url = databaseUrl ?? databaseReadUrl;
  const address = httpAddress(server);
  return {
    explorer: `${address}/`,
    playground: `${address}/graphql`,
    api: `${address}/graphql`,
    health: `${address}/health`,
    metrics: metrics && `${httpAddress(metrics)}/metrics`,
    data: url === null ? resolve(dataDirectory) : new URL(url).host + new URL(url).pathname,
  };
}

/** The text printed when Concord has started. */
export function placesBlock({ explorer, playground, api, health, metrics, data }: Places): string {
  return `
Concord is running.

  Explorer    ${explorer}   compare positions in a browser
  Playground  ${playground}   ask with queries
  API         ${api}   POST a query
  Health      ${health}${
    metrics === null
      ? ''
      : `
  Metrics     ${metrics}`
  }
  Data        ${data}

Ctrl-C stops it.
`;
}

/** The address at which a browser on this machine reaches a listening server: `http://localhost:4000`. */
export function httpAddress(server: Server): string {
  // A server that listens on a host and port has an AddressInfo.
  const { address, port, family } = server.address() as AddressInfo;
  const everywhere = address === '0.0.0.0' || address === '::';
  const host = family === 'IPv6' ? `[${address}]` : address;
  return `http://${everywhere ? 'localhost' : host}:${port}`;
}
