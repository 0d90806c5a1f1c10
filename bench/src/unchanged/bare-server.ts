import { createServer } from 'node:http';
import { tellAddress } from '../side-by-side/tell-address.ts';

// A server that knows nothing but its answer: 304 with these headers.
const headers: Record<string, string> = JSON.parse(process.env.HEADERS ?? '{}');

await tellAddress(
  createServer((_request, response) => {
    response.writeHead(304, headers).end();
  }),
  '/graphql',
);
