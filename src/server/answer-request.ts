import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GraphqlServer } from './create-yoga.ts';
import { readBody } from './read-body.ts';
import { refuse } from './refuse.ts';
import type { RequestRecord } from './request-record.ts';

const mostBytes = 256 * 1024;

/**
 * Answers a request of node:http with the GraphQL server. The body is read here, whole and within the limit: counting it in a web stream, as
 * Yoga would, takes longer than most answers (docs/decisions/execution.md).
 */
export async function answerRequest(
  server: GraphqlServer,
  request: IncomingMessage,
  response: ServerResponse,
  record: RequestRecord,
): Promise<void> {
  const { method = 'GET', headers, url } = request;
  const body = await readBody(request, mostBytes);
  if (body === 'CUT_OFF') return;
  if (body === 'TOO_LARGE') {
    const message = `body: found more than ${mostBytes} bytes, expected at most that.`;
    refuse(response, { status: 413, code: 'BODY_TOO_LARGE', message, headers: { connection: 'close' } });
    return;
  }
  const webRequest = new server.fetchAPI.Request(`http://localhost${url}`, {
    method,
    headers: headers as Record<string, string>, // node joins repeated headers, but for set-cookie, which only servers send
    body: body.length === 0 ? null : (body as BodyInit),
  });
  const answer = await server.handleRequest(webRequest, { record });
  const cost = record.cost === null ? {} : { 'concord-cost': record.cost };
  response.writeHead(answer.status, { ...Object.fromEntries(answer.headers), ...cost });
  response.end(Buffer.from(await answer.arrayBuffer()));
}
