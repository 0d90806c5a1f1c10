import { expect, test } from 'vitest';
import { faultRun } from './faults/fault-run.ts';

test('what was acknowledged is there once and whole after servers, importer and PostgreSQL were killed', async () => {
  const { wrong, counts } = await faultRun({ kills: 3, seed: 5, inTurn: ['server', 'backend', 'everything'] });
  expect(wrong).toEqual([]);
  expect(counts.get('acknowledged')).toBeGreaterThan(3);
});
