import { expect, test } from 'vitest';
import { failoverRun } from './failover-run.ts';

test('after a standby without the last revision took over, nothing is answered that the ledger does not hold', {
  timeout: 240_000,
}, async () => {
  const { wrong, answers } = await failoverRun({ failovers: 3 });
  expect(wrong).toEqual([]);
  expect(answers).toBeGreaterThan(3 * 9);
});
