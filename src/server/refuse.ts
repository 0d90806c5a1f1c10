import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { ApiCode } from '#refusal/codes/api-codes.ts';
import { corsHeaders } from './cors.ts';
import { rootFrom } from './page/root-from.ts';
import { textPage, textPageHeaders } from './page/text-page.ts';
import { acceptedForm } from './stored-queries/accepted-form.ts';

/** Why a request is not answered: its HTTP status, and an error as GraphQL has them. */
export interface ErrorAnswer {
  readonly status: number;
  readonly code: ApiCode;
  readonly message: string;
  readonly headers?: OutgoingHttpHeaders;
}

/** Refuses a request in the form of GraphQL's own errors, before GraphQL has seen it. */
export function refuse(response: ServerResponse, { status, code, message, headers = {} }: ErrorAnswer): void {
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  // CORS as in Yoga's responses: an application of another origin may read the error.
  const usual = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...corsHeaders,
  };
  response.writeHead(status, { ...usual, ...headers }).end(body);
}

/** Refuses a request whose method an address does not take; `allowed` are those that it takes. */
export function refuseMethod({ method }: IncomingMessage, response: ServerResponse, allowed: string): void {
  const message = `method: found ${method}, expected one of ${allowed}.`;
  refuse(response, { status: 405, code: 'METHOD_NOT_ALLOWED', message, headers: { allow: allowed } });
}

const longestPath = 100;

/** Says that there is nothing at an address: to a browser by a page, else by an error with a code. */
export function answerNotFound(request: IncomingMessage, response: ServerResponse, message = nothingAt(request)): void {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (isRead && acceptedForm(request.headers.accept, ['application/json', 'text/html']) === 'text/html')
    response.writeHead(404, notFoundHeaders).end(notFoundPage(rootFrom(request.url?.split('?', 1)[0] ?? '/')));
  else refuse(response, { status: 404, code: 'NOT_FOUND', message, headers: { vary: 'accept' } });
}

function nothingAt({ url = '/' }: IncomingMessage): string {
  const path = JSON.stringify(url.split('?', 1)[0]?.slice(0, longestPath));
  return `path: found ${path}, expected /, /graphql, /q/ or /exports/.`;
}

/** What a person is shown at an address that has nothing. `root` is the root of Concord, relative to the address. */
export const notFoundPage = (root: string): string =>
  textPage('Not found', [
    '<p>There is nothing at this address.</p>',
    `<p><a href="${root}">Compare positions</a> · <a href="${root}graphql">API and playground</a> · <a href="${root}q/">Stored queries</a></p>`,
  ]);

/** Its headers. */
export const notFoundHeaders = {
  ...corsHeaders,
  ...textPageHeaders,
  'cache-control': 'no-store',
  vary: 'accept',
};
