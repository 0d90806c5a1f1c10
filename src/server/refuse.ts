import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { ApiCode } from '#refusal/codes/api-codes.ts';
import { corsHeaders } from './cors.ts';
import { securityOfText } from './page/page-security.ts';
import { rootFrom } from './page/root-from.ts';
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

const style =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:40rem;margin:4rem auto;padding:0 1rem;color-scheme:light dark}';

/** What a person is shown at an address that has nothing. It loads nothing. `root` is the root of Concord, relative to the address. */
export const notFoundPage = (root: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Not found – Concord</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head><body><h1>Not found</h1>
<p>There is nothing at this address.</p>
<p><a href="${root}">Compare positions</a> · <a href="${root}graphql">API and playground</a> · <a href="${root}q/">Stored queries</a></p>
</body></html>
`;

/** Its headers. */
export const notFoundHeaders = {
  ...corsHeaders,
  ...securityOfText(style),
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  vary: 'accept',
};
