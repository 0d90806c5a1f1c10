import { expect, test } from 'vitest';
import { lateRefusal } from '#server/graphql-service.ts';

test.each([
  [null, 'REQUEST_TIMEOUT', /request less at a time/],
  ['WAITING', 'BUSY', /other writes were first\. Nothing was written/],
  ['WRITING', 'BUSY', /did not finish in time\. Nothing was written/],
  ['COMMITTING', 'WRITE_OUTCOME_UNKNOWN', /may have been done\. Retry with the same idempotency key/],
  ['WRITTEN', 'REQUEST_TIMEOUT', /the write was done\. Query its result/],
] as const)('a request that was given up when its write was %s is answered with %s', (stage, code, message) => {
  const refusal = lateRefusal({ stage, written: stage === 'WRITTEN' ? 1 : 0 }, 1_000);
  expect(refusal).toMatchObject({ status: 503, code, message: expect.stringMatching(message) });
  expect(refusal.headers?.['retry-after']).toBe(stage === null ? undefined : '2');
  expect(refusal.message).not.toMatch(/Earlier writes/);
});

test('earlier writes of the same request are counted', () => {
  expect(lateRefusal({ stage: 'WAITING', written: 2 }, 1_000).message).toMatch(
    /Earlier writes in this request that were done: 2\.$/,
  );
});
