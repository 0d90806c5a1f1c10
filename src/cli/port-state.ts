import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Config } from '#config/read-config.ts';

type Place = Pick<Config, 'port' | 'host'>;

/** What is at the place where Concord is to listen. */
export type PortState =
  | { readonly free: true }
  /** Concord runs there, on a ledger at this revision. */
  | { readonly free: false; readonly concordAt: number }
  /** `reason` ends the sentence "Cannot listen there: …". */
  | { readonly free: false; readonly concordAt: null; readonly reason: string };

const answerMs = 2_000;

/** The reasons that people meet; others are told by their code. */
const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program is listening there',
  EACCES: 'this user may not listen on that port',
  EADDRNOTAVAIL: 'this machine does not have that address',
  ENOTFOUND: 'the host name cannot be resolved',
};

/** Tries to listen for a moment; asks who is there when somebody is. */
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

/** What a failure to listen says about the place. */
export async function stateAfter(failure: unknown, place: Place): Promise<Exclude<PortState, { free: true }>> {
  const { code = '', message } = failure as NodeJS.ErrnoException;
  const concordAt = code === 'EADDRINUSE' ? await revisionServedAt(place) : null;
  if (concordAt !== null) return { free: false, concordAt };
  return { free: false, concordAt, reason: reasons[code] ?? (code || message) };
}

/** The newest revision of the Concord that listens there; null when it is another program, or does not answer soon. */
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
