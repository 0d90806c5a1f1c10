import { availableParallelism } from 'node:os';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { planLoops } from '#cli/event-loops.ts';
import { readConfig } from '#config/read-config.ts';

const logged: string[] = [];
const logger = pino({}, { write: (line: string) => void logged.push(JSON.parse(line).msg) });
const plan = (env: Record<string, string>) => planLoops(readConfig(env), logger);

test('one core is left for the rest of the process, and each loop has its share of the database connections', async () => {
  expect(await plan({ CONCORD_THREADS: '1' })).toEqual({ loops: 1, poolSize: 10, firstPoolSize: 10 });
  expect((await plan({})).loops).toBe(Math.max(1, Math.min(8, availableParallelism() - 1)));
  expect(await plan({ CONCORD_THREADS: '4', CONCORD_DATABASE_CONNECTIONS: '11' })).toEqual({
    loops: 4,
    poolSize: 2,
    firstPoolSize: 5,
  });
  expect(await plan({ CONCORD_THREADS: '3', CONCORD_DATABASE_CONNECTIONS: '2' })).toMatchObject({ firstPoolSize: 2 });
  expect(logged).toEqual([]);
});

test('where several cannot listen on one port there is one, which is said', async () => {
  // An address that no machine has (RFC 5737).
  expect(await plan({ CONCORD_THREADS: '2', HOST: '203.0.113.1' })).toMatchObject({ loops: 1, firstPoolSize: 10 });
  expect(logged).toEqual(['threads cannot listen on the same port here; one thread answers all requests']);
});
