import { setTimeout as delay } from 'node:timers/promises';
import type { Head } from '#ledger/head.ts';
import type { Said, startAskedServer } from './asked-server.ts';

/** Within this an answer comes from the new primary. */
const patienceMs = 15_000;
const pauseMs = 20;

export interface Revision {
  readonly message: string;
  readonly digest: string;
}

export interface Failover {
  /** The newest revision of the old primary, and the one with the same number on the new one. */
  readonly lost: Head;
  readonly won: Head;
  readonly number: number;
  readonly bodies: Map<string, string>;
  /** Leads the server to the new primary. */
  move(): Promise<void>;
  /** The revisions of the new primary. */
  revisions(): Promise<readonly Revision[]>;
}

/** Writes by the API that begin with a failover. */
const writers = 3;

/**
 * Asks a server before, during and after a failover, writes by its API meanwhile, and says what of its answers no ledger holds, or the wrong one, and which
 * acknowledged write is not there once.
 */
export async function checkFailover(
  server: Awaited<ReturnType<typeof startAskedServer>>,
  { lost, won, number, bodies, move, revisions }: Failover,
) {
  const wrong: string[] = [];
  const say = (text: string) => wrong.push(`failover ${number}: ${text}`);
  let answers = 0;
  /** Answers that are not from the old primary, by their digests. */
  const later = new Map<string, string>();
  const ask = async (headers: Readonly<Record<string, string>> = {}): Promise<Said> => {
    const said = await server.ask(headers);
    answers++;
    if (said.etag !== null && said.status === 200) {
      const before = bodies.get(said.etag);
      if (before !== undefined && before !== said.body) say(`one tag ${said.etag} for ${before} and ${said.body}`);
      bodies.set(said.etag, said.body);
    }
    if (said.digest !== null && said.digest !== lost.digest) later.set(said.digest, said.body);
    return said;
  };
  const of = ({ revision, digest }: Head) => ({ 'concord-at-least-revision': `${revision}:${digest}` });
  const kindOf = ({ note }: Said) => [`lost in failover ${number}`, `won in failover ${number}`].indexOf(note ?? '');
  const isWon = (said: Said) => said.status === 200 && kindOf(said) === 1;

  const before = await ask(of(lost));
  if (before.digest !== lost.digest) say(`not led to the old primary: ${before.status} ${before.body}`);
  const errorsBefore = server.errors.length;
  const moved = performance.now();
  await move();
  const writing = Array.from({ length: writers }, (_, writer) => server.write(`write ${writer} of failover ${number}`));
  let recoveredAfterMs = Number.POSITIVE_INFINITY;
  while (performance.now() - moved < patienceMs && recoveredAfterMs === Number.POSITIVE_INFINITY) {
    const said = await ask();
    if (isWon(said)) recoveredAfterMs = performance.now() - moved;
    else if (said.digest === lost.digest && kindOf(said) !== 0) say(`the old revision with ${said.note}`);
    else if (said.digest !== lost.digest && said.status < 500)
      say(`an answer of no ledger: ${said.status} ${said.body}`);
    await delay(pauseMs);
  }
  if (recoveredAfterMs === Number.POSITIVE_INFINITY) say(`not recovered within ${patienceMs} ms`);
  if (!server.errors.slice(errorsBefore).includes('the history of the ledger has changed; reloading it'))
    say('nothing in the log');

  for (let count = 0; count < 5; count++) {
    const said = await ask();
    if (!isWon(said)) say(`back to ${said.digest}: ${said.status} ${said.note}`);
  }
  const [there, gone, unchanged] = await Promise.all([
    ask(of(won)),
    ask(of(lost)),
    ask({ 'if-none-match': before.etag ?? '' }),
  ]);
  if (!isWon(there)) say(`asked for the new revision: ${there.status} ${there.body}`);
  if (gone.status !== 503 || gone.digest !== null) say(`asked for the lost revision: ${gone.status} ${gone.body}`);
  if (!isWon(unchanged)) say(`the lost answer is called unchanged: ${unchanged.status}`);

  const written = await Promise.all(writing);
  // What was not acknowledged is sent again, as a client does.
  const sentAgain = await Promise.all(
    written.map((write) => (write.digest === null ? server.write(write.name) : write)),
  );
  const held = await revisions();
  const digests = new Set(held.map(({ digest }) => digest));
  for (const { name, digest, body } of sentAgain) {
    if (digest === null) say(`${name} was not taken: ${body}`);
    else if (!digests.has(digest)) say(`${name} was acknowledged and is not there: ${body}`);
    const times = held.filter(({ message }) => message === name).length;
    if (times !== 1) say(`${name} is there ${times} times`);
  }
  for (const [digest, body] of later) if (!digests.has(digest)) say(`an answer that no ledger holds: ${body}`);
  const acknowledged = written.filter(({ digest }) => digest !== null).length;
  return { wrong, recoveredAfterMs, answers, acknowledged };
}
