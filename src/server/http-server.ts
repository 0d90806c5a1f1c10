import { createServer, type Server } from 'node:http';
import type { ExportDestination } from '#config/export-destinations.ts';
import { openSnapshots } from '#ledger/snapshot/snapshots.ts';
import { createGraphqlServer, graphqlEndpoint, type ServerOptions } from './create-yoga.ts';
import { serveExports } from './exports-files.ts';

export interface HttpServerOptions extends Omit<ServerOptions, 'snapshots'> {
  /** Where exports are published; the folders among them are served. */
  readonly destinations?: readonly ExportDestination[];
}

/** The HTTP server; it does not listen yet. `/` leads to the playground. Closing it lets go of the ledger. */
export function createHttpServer({ destinations = [], ...options }: HttpServerOptions): Server {
  const { database, logger } = options;
  const exportsFiles = serveExports(destinations);
  const snapshots = openSnapshots(database.url, (err) =>
    logger.warn({ err }, 'the ledger cannot be followed; trying again'),
  );
  const yoga = createGraphqlServer({ ...options, snapshots });
  const server = createServer((request, response) => {
    if (request.url === '/') response.writeHead(302, { location: graphqlEndpoint }).end();
    else if (!exportsFiles(request, response)) yoga(request, response);
  });
  server.on('close', () => void snapshots.close());
  return server;
}
