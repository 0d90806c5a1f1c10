import { expect, test } from 'vitest';
import { withSetupLock } from '#postgres/migrate/setup-lock.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase('empty');

test('one works at a time, and a failure lets the next one in', async () => {
  const events: string[] = [];
  const work = (name: string) => async () => {
    events.push(`${name} begins`);
    await database.pool.query('SELECT 1');
    events.push(`${name} ends`);
    if (name === 'first') throw new Error('failed');
  };
  const [first] = await Promise.allSettled([
    withSetupLock(database, work('first')),
    withSetupLock(database, work('second')),
  ]);
  expect(first).toMatchObject({ status: 'rejected' });
  const [begin, end] = events;
  expect(begin?.replace('begins', 'ends')).toBe(end);
  expect(events).toHaveLength(4);
});
