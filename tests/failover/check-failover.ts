import { setTimeout as delay } from 'node:timers/promises';
import type { Head } from '#ledger/head.ts';
import type { Said, startAskedServer } from './asked-server.ts';

/** Within this an answer comes from the new primary. */
const patienceMs = 15_000;
const pauseMs = 20;

export interface Failover {
  /** The newest revision of the old primary, and the one with the same number on the new one. */
  readonly lost: Head;
  readonly won: Head;
  readonly number: number;
  readonly bodies: Map<string, string>;
  /** Leads the server to the new primary. */
  move(): Promise<void>;
}

/** Asks a server before, during and after a failover, and says what of its answers no ledger holds, or the wrong one. */
export async function checkFailover(
  server: Awaited<ReturnType<typeof startAskedServer>>,
  { lost, won, number, bodies, move }: Failover,
) {
  const wrong: string[] = [];
  const say = (text: string) => wrong.push(`failover ${number}: ${text}`);
  let answers = 0;
  const ask = async (headers: Readonly<Record<string, string>> = {}): Promise<Said> => {
    const said = await server.ask(headers);
    answers++;
    if (said.etag !== null && said.status === 200) {
      const before = bodies.get(said.etag);
      if (before !== undefined && before !== said.body) say(`one tag ${said.etag} for ${before} and ${said.body}`);
      bodies.set(said.etag, said.body);
    }
    return said;
  };
  const of = ({ revision, digest }: Head) => ({ 'concord-at-least-revision': `${revision}:${digest}` });
  const expectNote = (said: Said, kind: string) => {
    if (said.note !== `${kind} in failover ${number}`)
      say(`revision ${said.revision} with ${said.digest} says ${said.note}, expected ${kind}`);
  };

  const before = await ask(of(lost));
  if (before.digest !== lost.digest) say(`not led to the old primary: ${before.status} ${before.body}`);
  const errorsBefore = server.errors.length;
  const moved = performance.now();
  await move();
  let recoveredAfterMs = Number.POSITIVE_INFINITY;
  while (performance.now() - moved < patienceMs && recoveredAfterMs === Number.POSITIVE_INFINITY) {
    const said = await ask();
    if (said.digest === won.digest) recoveredAfterMs = performance.now() - moved;
    else if (said.digest === lost.digest) expectNote(said, 'lost');
    else if (said.status < 500) say(`an answer of no ledger: ${said.status} ${said.body}`);
    await delay(pauseMs);
  }
  if (recoveredAfterMs === Number.POSITIVE_INFINITY) say(`not recovered within ${patienceMs} ms`);
  if (!server.errors.slice(errorsBefore).includes('the history of the ledger has changed; reloading it'))
    say('nothing in the log');

  for (let count = 0; count < 5; count++) {
    const said = await ask();
    if (said.digest !== won.digest) say(`back to ${said.digest}`);
    expectNote(said, 'won');
  }
  const [there, gone, unchanged] = await Promise.all([
    ask(of(won)),
    ask(of(lost)),
    ask({ 'if-none-match': before.etag ?? '' }),
  ]);
  if (there.digest !== won.digest) say(`asked for the new revision: ${there.status} ${there.body}`);
  if (gone.status !== 503 || gone.digest !== null) say(`asked for the lost revision: ${gone.status} ${gone.body}`);
  if (unchanged.status !== 200 || unchanged.digest !== won.digest)
    say(`the lost answer is called unchanged: ${unchanged.status}`);
  return { wrong, recoveredAfterMs, answers };
}
