import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { openSnapshots } from '#ledger/snapshot/snapshots.ts';
import { answerRequest } from './answer-request.ts';
import { createGraphqlServer, graphqlEndpoint, type ServerOptions } from './create-yoga.ts';
import { refuse } from './refuse.ts';
import type { RequestRecord } from './request-record.ts';

/** The HTTP server; it does not listen yet. `/` leads to the playground. Closing it lets go of the ledger. */
export function createHttpServer(options: Omit<ServerOptions, 'snapshots'>): Server {
  const { database, logger } = options;
  const snapshots = openSnapshots(database.url, (err) =>
    logger.warn({ err }, 'the ledger cannot be followed; trying again'),
  );
  const graphql = createGraphqlServer({ ...options, snapshots });
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.url === '/') response.writeHead(302, { location: graphqlEndpoint }).end();
    else await answerRequest(graphql, request, response, newRecord(request));
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((err) => {
      logger.error({ err }, 'a request that could not be answered');
      if (response.headersSent) response.destroy();
      else
        refuse(response, {
          status: 500,
          code: 'INTERNAL_SERVER_ERROR',
          message: 'Something went wrong here; it is in our log.',
        });
    });
  });
  server.on('close', () => void snapshots.close());
  return server;
}

const newRecord = ({ socket }: IncomingMessage): RequestRecord => ({
  id: randomUUID(),
  client: socket.remoteAddress ?? '',
  operation: null,
  cost: null,
  errorCodes: [],
});
