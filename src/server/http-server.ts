import { createServer, type Server } from 'node:http';
import { openSnapshots } from '#ledger/snapshot/snapshots.ts';
import { createGraphqlServer, graphqlEndpoint, type ServerOptions } from './create-yoga.ts';

/** The HTTP server; it does not listen yet. `/` leads to the playground. Closing it lets go of the ledger. */
export function createHttpServer(options: Omit<ServerOptions, 'snapshots'>): Server {
  const { database, logger } = options;
  const snapshots = openSnapshots(database.url, (err) =>
    logger.warn({ err }, 'the ledger cannot be followed; trying again'),
  );
  const yoga = createGraphqlServer({ ...options, snapshots });
  const server = createServer((request, response) => {
    if (request.url === '/') response.writeHead(302, { location: graphqlEndpoint }).end();
    else yoga(request, response);
  });
  server.on('close', () => void snapshots.close());
  return server;
}
