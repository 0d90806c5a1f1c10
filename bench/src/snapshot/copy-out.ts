import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';

/** Streams what COPY gives to nowhere. */
export async function copyToNowhere(client: Client, what: string): Promise<void> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  await pipeline(client.query(copyTo(`COPY ${what} TO STDOUT`)), nowhere);
}
