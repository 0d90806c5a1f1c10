import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Config } from '#config/read-config.ts';

type Place = Pick<Config, 'port' | 'host'>;

/** State of the port on which Concord is to listen. */
export type PortState =
  | { readonly free: true }
  /** Concord is already listening there; `concordAt` is the newest revision of its ledger. */
  | { readonly free: false; readonly concordAt: number }
  /** `reason` ends the sentence "Cannot listen there: …". */
  | { readonly free: false; readonly concordAt: null; readonly reason: string };

const answerMs = 2_000;

/** Messages for common reasons; others are reported by code. */
const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program is listening there',
  EACCES: 'this user may not listen on that port',
  EADDRNOTAVAIL: 'this machine does not have that address',
  ENOTFOUND: 'the host name cannot be resolved',
};

/** Tries to listen briefly; if the port is taken, finds out whether by Concord. */
export async function portState(place: Place): Promise<PortState> {
  const probe = createServer();
  try {
    probe.listen(place.port, place.host);
    await once(probe, 'listening');
  } catch (error) {
    return stateAfter(error, place);
  }
  probe.close();
  await once(probe, 'close');
  return { free: true };
}

/** The state of a port that follows from a failure to listen. */
export async function stateAfter(failure: unknown, place: Place): Promise<Exclude<PortState, { free: true }>> {
  const { code = '', message } = failure as NodeJS.ErrnoException;
  const concordAt = code === 'EADDRINUSE' ? await revisionServedAt(place) : null;
  if (concordAt !== null) return { free: false, concordAt };
  return { free: false, concordAt, reason: reasons[code] ?? (code || message) };
}

/** The newest revision of the Concord that listens there; null if it is another program or does not respond in time. */
async function revisionServedAt({ port, host }: Place): Promise<number | null> {
  const name = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host.includes(':') ? `[${host}]` : host;
  const address = `http://${name}:${port}`;
  try {
    const health = await fetch(`${address}/health`, { signal: AbortSignal.timeout(answerMs) });
    await health.body?.cancel();
    if (health.status === 404) return null;
    const answer = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ dataset { revision } }' }),
      signal: AbortSignal.timeout(answerMs),
    });
    const revision: unknown = JSON.parse(await answer.text())?.data?.dataset?.revision;
    return typeof revision === 'number' ? revision : null;
  } catch {
    return null;
  }
}
