import { beforeAll, expect, test, vi } from 'vitest';
import { addCountry } from '../snapshot/commit.ts';
import { useDatabase } from '../support/database.ts';
import { useServedDatabase } from '../support/open-as-served.ts';
import { subscribe } from './event-stream.ts';
import { restartable } from './restartable.ts';

const database = useDatabase('migrated');
const server = restartable(useServedDatabase(() => database.url));
beforeAll(() => server.start());

const query = 'subscription { ledgerChanged { revision { number } } }';

test('subscribers of a ledger that another one replaces are told so, and not to come again', async () => {
  const stream = await subscribe(server.url(), { query });
  await vi.waitUntil(() => stream.blocks.length > 0);
  // As after the restore of another backup: the same numbers, another past.
  await database.pool.query('UPDATE revision_counter SET ledger = gen_random_uuid()');
  await addCountry(database, 'X-A');
  const [error] = await stream.errors();
  expect(error?.extensions?.code).toBe('LEDGER_REPLACED');
  await vi.waitUntil(() => stream.isOver());
  expect(stream.blocks.at(-1)?.event).toBe('complete');
  const again = await subscribe(server.url(), { query, headers: { 'last-event-id': stream.blocks[0]?.id ?? '' } });
  expect((await again.errors())[0]?.extensions?.code).toBe('LEDGER_REPLACED');
});
