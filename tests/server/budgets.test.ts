import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { expect, test, vi } from 'vitest';
import { Budgets, buckets } from '#server/limits/rate-limit.ts';

const module = fileURLToPath(import.meta.resolve('#server/limits/rate-limit.ts'));

test('threads that take points at the same time miss none', async () => {
  const budgets = new Budgets(60_000);
  const taking = `
    const { workerData } = require('node:worker_threads');
    import(${JSON.stringify(module)}).then(({ Budgets }) => {
      const budgets = new Budgets(60_000, workerData);
      for (let turn = 0; turn < 50_000; turn++) budgets.take(7, 3, 1e9);
    });`;
  const threads = Array.from({ length: 3 }, () => new Worker(taking, { eval: true, workerData: budgets.memory }));
  await Promise.all(threads.map((thread) => once(thread, 'exit')));
  expect(budgets.take(7, 1, 1e9).remaining).toBe(1e9 - 3 * 50_000 * 3 - 1);
  expect(budgets.take(8, 1, 1e9).remaining).toBe(1e9 - 1);
});

test('a minute begins with the first points taken, and all are there again after it', async () => {
  const last = buckets - 1;
  const budgets = new Budgets(60_000);
  expect(budgets.take(last, 10, 10)).toMatchObject({ allowed: true, remaining: 0 });
  expect(budgets.waitOf(last, 10)).toBe(0);
  const over = budgets.take(last, 1, 10);
  expect(over).toMatchObject({ allowed: false, remaining: 0 });
  expect(over.resetMs).toBeLessThanOrEqual(60_016);
  expect(budgets.waitOf(last, 10)).toBeGreaterThan(0);

  const short = new Budgets(16);
  short.take(last, 10, 10);
  await vi.waitFor(() => expect(short.take(last, 4, 10)).toMatchObject({ allowed: true, remaining: 6 }));
});

test('more than any limit is never counted, so that a bucket does not begin anew', () => {
  const budgets = new Budgets(60_000);
  for (let turn = 0; turn < 5; turn++) budgets.take(1, 999_999_999, 999_999_999);
  expect(budgets.take(1, 1, 999_999_999)).toMatchObject({ allowed: false, remaining: 0 });
  budgets.exhaust(2, 60_000);
  expect(budgets.waitOf(2, 999_999_999)).toBeGreaterThan(59_000);
  expect(budgets.take(2, 1, 999_999_999).allowed).toBe(false);
});
