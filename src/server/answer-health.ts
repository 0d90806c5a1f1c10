import type { ServerResponse } from 'node:http';
import type { Readiness } from './readiness.ts';

/** `/health`: the process lives and answers. Says nothing of its database: restarting Concord would not bring that back. */
export const answerHealth = (response: ServerResponse): void => answer(response, 200, { status: 'ok' });

/** `/ready`: whether requests should be sent here; 503 and the reasons when not. */
export const answerReady = (response: ServerResponse, readiness: Readiness): void =>
  answer(response, readiness.ready ? 200 : 503, readiness);

function answer(response: ServerResponse, status: number, body: unknown): void {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
  response.writeHead(status, headers).end(JSON.stringify(body));
}
