import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { answerName } from '../steady/answer-name.ts';
import type { Hog } from './hogs.ts';

/** What one run of a hog took, and how it was answered. */
export interface HogRun {
  readonly milliseconds: number;
  readonly answer: string;
}

/** Sends a hog once and reads all of its answer. */
export async function runHog(api: string, hog: Hog): Promise<HogRun> {
  const start = performance.now();
  const answer = await (hog.bytes === undefined ? send(api, hog) : sendBytes(api, hog.bytes)).catch(() => 'no answer');
  if (/GRAPHQL_(PARSE|VALIDATION)_FAILED$/.test(answer)) throw new Error(`${hog.name} is no query of this schema`);
  return { milliseconds: performance.now() - start, answer };
}

async function send(api: string, { method, path, body, encoding = 'gzip' }: Hog): Promise<string> {
  const headers = { 'content-type': 'application/json', 'accept-encoding': encoding };
  const response = await fetch(new URL(path, api), { method, headers, ...(body !== undefined && { body }) });
  return answerName(response.status, await response.text());
}

async function sendBytes(api: string, bytes: string): Promise<string> {
  const socket = connect(Number(new URL(api).port), '127.0.0.1');
  socket.write(bytes);
  const answer = await text(socket);
  return answerName(Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0), answer);
}
