import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { ApiCode } from '#refusal/codes/api-codes.ts';
import { corsHeaders } from './cors.ts';

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
