import { expect, test } from 'vitest';
import { lateRefusal } from '#server/late-refusal.ts';

test.each([
  [null, 'REQUEST_TIMEOUT', /ask for less at a time/],
  ['WAITING', 'BUSY', /others were before it\. Nothing was written by this/],
  ['WRITING', 'BUSY', /did not end in time\. Nothing was written by this/],
  ['COMMITTING', 'WRITE_OUTCOME_UNKNOWN', /may have been done\. Send it again with its idempotency key/],
  ['WRITTEN', 'REQUEST_TIMEOUT', /the write was done\. Read it by a query/],
] as const)('a request that was given up when its write was %s is told %s', (stage, code, message) => {
  const refusal = lateRefusal({ stage, written: stage === 'WRITTEN' ? 1 : 0 }, 1_000);
  expect(refusal).toMatchObject({ status: 503, code, message: expect.stringMatching(message) });
  expect(refusal.headers?.['retry-after']).toBe(stage === null ? undefined : '2');
  expect(refusal.message).not.toMatch(/before it in this request/);
});

test('what was done before in the same request is told', () => {
  expect(lateRefusal({ stage: 'WAITING', written: 2 }, 1_000).message).toMatch(
    /The 2 before it in this request were done\.$/,
  );
});
