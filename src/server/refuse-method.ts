import type { IncomingMessage, ServerResponse } from 'node:http';
import { refuse } from './refuse.ts';

/** Refuses a request whose method an address does not take; `allowed` are those that it takes. */
export function refuseMethod({ method }: IncomingMessage, response: ServerResponse, allowed: string): void {
  const message = `method: found ${method}, expected one of ${allowed}.`;
  refuse(response, { status: 405, code: 'METHOD_NOT_ALLOWED', message, headers: { allow: allowed } });
}
