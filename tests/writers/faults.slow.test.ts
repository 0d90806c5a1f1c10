import { expect, test } from 'vitest';
import { faultRun } from './faults/fault-run.ts';

const patienceMs = 240_000;

test('what was acknowledged is there once and whole after the importer, a backend, and all processes were killed', {
  timeout: patienceMs,
}, async ({ signal }) => {
  const inTurn = ['importer', 'backend', 'everything'] as const;
  const { wrong, counts } = await faultRun({ kills: 3, seed: 5, inTurn, servers: 1, signal });
  expect(wrong).toEqual([]);
  expect(counts.get('acknowledged')).toBeGreaterThan(3);
});
