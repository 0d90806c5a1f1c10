import { parseArgs } from 'node:util';
import { failoverRun } from '../../../tests/failover/failover-run.ts';
import { note } from '../run/note.ts';

const { values } = parseArgs({ options: { failovers: { type: 'string', default: '100' } } });
const failovers = Number(values.failovers);
if (!Number.isSafeInteger(failovers) || failovers < 1)
  throw new Error(`--failovers: found "${values.failovers}", expected a whole number of at least 1.`);

const { wrong, answers, recoveredAfterMs } = await failoverRun({ failovers, note });
const sorted = recoveredAfterMs.toSorted((a, b) => a - b);
const at = (share: number) =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] as number); // there is at least one
console.log(
  `${failovers} failovers, ${answers} answers; from the new primary after ${at(0.5)} ms (median), ${at(1)} ms (longest)`,
);
console.log(wrong.length === 0 ? 'Nothing is wrong.' : wrong.slice(0, 100).join('\n'));
process.exitCode = wrong.length === 0 ? 0 : 1;
