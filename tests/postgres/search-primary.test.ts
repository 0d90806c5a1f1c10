import { Pool } from 'pg';
import { expect, test } from 'vitest';
import { untilReached } from '#postgres/search-primary.ts';

test('who waits for a primary goes on with whichever attempt gets there first, also an earlier one', async () => {
  const earlier = Promise.withResolvers<boolean>();
  let begun = 0;
  const reaches = () => {
    begun++;
    if (begun === 1) return earlier.promise;
    earlier.resolve(true); // as a balancer lets all through that it held
    return new Promise<boolean>(() => {});
  };
  const pool = new Pool(); // which opens nothing by itself
  const all = await Promise.all([untilReached(pool, reaches, 8_000), untilReached(pool, reaches, 8_000)]);
  expect(all).toEqual([true, true]);
  expect(begun).toBe(2);
});

test('who has waited long enough is told that there is none', async () => {
  expect(await untilReached(new Pool(), () => new Promise<boolean>(() => {}), 1)).toBe(false);
});
