import type { IncomingMessage, ServerResponse } from 'node:http';
import { refuse } from '../refuse.ts';
import { acceptedForm } from '../stored-queries/accepted-form.ts';
import { notFoundHeaders, notFoundPage } from './not-found-page.ts';

const longestPath = 100;

/** Says that there is nothing at an address: to a browser by a page, else by an error with a code. */
export function answerNotFound(request: IncomingMessage, response: ServerResponse, message = nothingAt(request)): void {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (isRead && acceptedForm(request.headers.accept, ['application/json', 'text/html']) === 'text/html')
    response.writeHead(404, notFoundHeaders).end(notFoundPage);
  else refuse(response, { status: 404, code: 'NOT_FOUND', message, headers: { vary: 'accept' } });
}

function nothingAt({ url = '/' }: IncomingMessage): string {
  const path = JSON.stringify(url.split('?', 1)[0]?.slice(0, longestPath));
  return `path: found ${path}, expected /, /graphql, /q/ or /exports/.`;
}
