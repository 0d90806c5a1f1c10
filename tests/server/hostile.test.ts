import fc from 'fast-check';
import { expect, test } from 'vitest';
import { useServer } from '../api/running-server.ts';
import { seeds, useRecords } from '../support/database.ts';
import { leaksIn } from './hostile/leaks.ts';
import { hostileRequests } from './hostile/requests.ts';
import { send } from './hostile/send.ts';

/** More by `CONCORD_HOSTILE_REQUESTS`, with another seed by `CONCORD_HOSTILE_SEED`. */
const count = Number(process.env.CONCORD_HOSTILE_REQUESTS ?? 300);
const seed = Number(process.env.CONCORD_HOSTILE_SEED ?? 1);
const atOnce = 8;
const patienceMs = 10_000;
const underWayMs = 500;

const server = useServer(useRecords(seeds), { limits: { rateLimit: 0 } });
const question = '{ comparison(parties: ["CN", "RU"]) { agreement { value sharedPropositions } rows { totalCount } } }';

test(`${count} hostile requests cause no 5xx, no leak, and no wrong answer`, {
  timeout: Math.max(60_000, count * 100),
}, async () => {
  const before = await server.dataOf(question);
  const port = Number(new URL(server.url()).port);
  const requests = fc.sample(hostileRequests, { numRuns: count, seed });
  const failures: string[] = [];
  const statuses = new Map<string, number>();
  const one = async () => {
    for (let request = requests.pop(); request !== undefined; request = requests.pop()) {
      const waits = /^\S+ \S+ (endless|tooLong|huge)|^garbage/.test(request.what);
      const answer = await send(port, request.bytes, waits ? underWayMs : patienceMs);
      const status = /^HTTP\/1.1 (\d{3})/.exec(answer)?.[1] ?? 'none';
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      const page = /<!doctype html>/i.test(answer);
      const wrong = [...(status.startsWith('5') ? [`status ${status}`] : []), ...(page ? [] : leaksIn(answer))];
      if (wrong.length > 0) failures.push(`${wrong.join('; ')} <- ${request.what}\n${answer.slice(-400)}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  if (count > 300) console.log(`answers by status: ${JSON.stringify([...statuses].sort())}`);
  expect(failures).toEqual([]);
  expect(server.logged).toEqual([]);
  expect(leaksIn(JSON.stringify(server.requests))).toEqual([]);
  expect(await server.dataOf(question)).toEqual(before);
});
