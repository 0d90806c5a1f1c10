import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { keyFor } from '../ledger/key-for.ts';
import { withClient } from '../ledger/server.ts';
import { withServer } from '../run/child.ts';
import { perSecond, short, times } from '../run/figures.ts';
import { inTurns, ratioOf } from '../run/measure.ts';
import { note } from '../run/note.ts';
import { settledBytes, settling } from '../run/settled-memory.ts';
import type { Result } from '../run/table.ts';
import { concord } from '../side-by-side/concord.ts';
import { requestsPerSecond } from '../side-by-side/load.ts';
import { questionsFrom } from '../side-by-side/question.ts';
import { addStances } from '../snapshot/revise.ts';
import { newStance, recordOne } from '../writes/write.ts';
import { subscribe, subscribeMany } from './subscribers.ts';

const subscribers = 1_000;
const rounds = 40;
const sizes = [1, 100, 1_000];
const mostMs = 100;
const mostBytes = 100e6;
const seconds = 4;
const turns = { warmUp: 1, rounds: 5 };

const selection = `revision { number time author source message } addedStances retiredStances
  parties { nodes { key } } issues { nodes { key } } propositions { nodes { key } }`;
const changed = (args: string) => JSON.stringify({ query: `subscription { ledgerChanged${args} { ${selection} } }` });

const some = ['FR', 'DE', 'JP', 'IN', 'BR'];
const others = ['ZA', 'KE', 'MX', 'CN', 'RU', 'US', 'GB', 'AU', 'SE', 'PL'];

/** Different questions: half of them about agreements. */
const questions = some.flatMap((one) =>
  others.flatMap((other) => [
    changed(`(parties: ["${one}", "${other}"])`),
    JSON.stringify({
      query: `subscription { agreementChanged(parties: ["${one}", "${other}"]) { revision { number } before { value } after { value } changes { nodes { proposition { key } } } } }`,
    }),
  ]),
);

/** What subscribers cost, and how late they are told on another server than the one that wrote. It changes the ledger. */
export async function live(url: string): Promise<Result[]> {
  const secret = randomBytes(32).toString('base64');
  const key = await keyFor(url, 'bench-live', secret);
  const { args, environment, bodyOf } = concord(url);
  const all = {
    ...environment,
    CONCORD_KEY_SECRET: secret,
    CONCORD_SUBSCRIPTIONS_PER_CLIENT: '2000',
  };
  const asked = await withClient(url, questionsFrom);
  return withServer(args, all, async (writing) => {
    await untilReady(writing);
    const reading = <Value>(use: (told: string, pid: number) => Promise<Value>) =>
      withServer([...settling, ...args], all, async (told, pid) => {
        await untilReady(told);
        return use(told, pid);
      });
    return [
      ...(await reading((told) => latencies(url, writing, told, key))),
      // A server of its own, as one that has just followed a hundred revisions has memory to give back.
      await reading(memory),
      await reading((told) => rates(writing, told, key, () => bodyOf(asked()))),
    ];
  });
}

/** Waits until a server has built its snapshot. */
async function untilReady(api: string): Promise<void> {
  while (!(await fetch(new URL('/ready', api))).ok) await delay(100);
}

/** From the answer of a write to the event at a subscriber of another server; revisions of some sizes are written by SQL, those of one also by the API. */
async function latencies(url: string, writing: string, told: string, key: string): Promise<Result[]> {
  const results: Result[] = [];
  const measure = async (what: string, write: (round: number) => Promise<unknown>) => {
    note(`latency of ${what}`);
    const one = await subscribe(told, changed(''));
    const late: number[] = [];
    for (let round = -5; round < rounds; round++) {
      const arrived = one.reached(one.events() + 1);
      await write(round);
      const answered = performance.now();
      if (round >= 0) late.push(Math.max(0, (await arrived) - answered));
      else await arrived;
    }
    one.quit();
    late.sort((a, b) => a - b);
    const p95 = late[Math.ceil(0.95 * late.length) - 1] as number;
    results.push({
      what: `live, from the answer to ${what} to the event on another server`,
      concord: `95th percentile ${short(p95)} ms (median ${short(late[late.length >> 1] as number)})`,
      peer: '',
      ratio: '',
      target: `<= ${mostMs} ms`,
      met: p95 <= mostMs,
    });
  };
  await measure('one stance by the API', () => recordOne(writing, key, newStance()));
  await withClient(url, async (client) => {
    for (const [index, size] of sizes.entries())
      await measure(`a revision of ${size} stances`, (round) => addStances(client, 10_000 + 100 * index + round, size));
  });
  return results;
}

async function memory(told: string, pid: number): Promise<Result> {
  note(`memory of ${subscribers} subscribers`);
  // What the first ones need once is not theirs.
  const first = await subscribeMany(told, questions, questions.length);
  for (const one of first) one.quit();
  const before = (await settledBytes(pid)) ?? 0;
  const many = await subscribeMany(told, questions, subscribers);
  const after = (await settledBytes(pid)) ?? 0;
  for (const one of many) one.quit();
  return {
    what: `live, resident memory of ${subscribers.toLocaleString('en-US')} subscribers with 100 questions`,
    concord: `${short((after - before) / 1e6)} MB`,
    peer: `${short(before / 1e6)} MB without`,
    ratio: '',
    target: `<= ${mostBytes / 1e6} MB`,
    met: after - before <= mostBytes,
  };
}

/** The side-by-side query while a stance is written every second, with subscribers and without. */
async function rates(writing: string, told: string, key: string, body: () => string): Promise<Result> {
  note('side by side with subscribers and without');
  let events = 0;
  const rate = async (many: number) => {
    const all = await subscribeMany(told, questions, many);
    const writer = setInterval(() => void recordOne(writing, key, newStance()), 1_000);
    try {
      return await requestsPerSecond(told, body, seconds);
    } finally {
      clearInterval(writer);
      events += all.reduce((sum, one) => sum + one.events(), 0);
      for (const one of all) one.quit();
    }
  };
  const measured = await inTurns({ beside: () => rate(subscribers), alone: () => rate(0) }, turns);
  const ratio = ratioOf(measured.beside, measured.alone);
  return {
    what: `20 propositions x 5 parties beside ${subscribers.toLocaleString('en-US')} subscribers, a write a second (${events.toLocaleString('en-US')} events)`,
    concord: perSecond(measured.beside),
    peer: `without subscribers ${perSecond(measured.alone)}`,
    ratio: times(ratio),
    target: '>= 0.9x',
    met: ratio >= 0.9,
  };
}
