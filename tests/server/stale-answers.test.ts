import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { useServer } from '../api/running-server.ts';
import { type Cable, layCable } from '../snapshot/cable.ts';
import { useDatabase } from '../support/database.ts';
import { useServedDatabase } from '../support/open-as-served.ts';

const direct = useDatabase('seeded');
let cable: Cable;
beforeAll(async () => {
  cable = await layCable(direct.url);
  return () => cable.cut();
});
const server = useServer(useServedDatabase(() => cable.url));
afterEach(() => vi.useRealTimers());

const ask = () =>
  fetch(`${server.url()}?query=${encodeURIComponent('{ comparison(parties: ["CN", "RU"]) { revision } }')}`, {
    headers: { origin: 'https://app.example' },
  });

test('an answer tells since when the ledger was not looked at, once that is so long that there may be a newer revision', async () => {
  await server.seen(1);
  expect((await ask()).headers.has('concord-stale-since')).toBe(false);
  await cable.cut();
  const since = server.server().snapshots.checkedAt ?? new Date();
  // Only the clock: twelve seconds need not pass.
  vi.useFakeTimers({ toFake: ['Date'], now: since.getTime() + 12_001 });
  const answer = await ask();
  expect(answer.status).toBe(200);
  expect(answer.headers.get('concord-stale-since')).toBe(since.toISOString());
  expect(answer.headers.get('access-control-expose-headers')).toContain('Concord-Stale-Since');
  const ready = (await (await fetch(new URL('/ready', server.url()))).json()) as { ready: boolean };
  expect(ready.ready).toBe(false);
});
