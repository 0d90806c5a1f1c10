import { createServer, type Server } from 'node:http';
import { createGraphqlServer, graphqlEndpoint, type ServerOptions } from './create-yoga.ts';

/** The HTTP server; it does not listen yet. `/` leads to the playground. */
export function createHttpServer(options: ServerOptions): Server {
  const yoga = createGraphqlServer(options);
  return createServer((request, response) => {
    if (request.url === '/') response.writeHead(302, { location: graphqlEndpoint }).end();
    else yoga(request, response);
  });
}
