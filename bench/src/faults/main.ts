import { parseArgs } from 'node:util';
import { faultRun } from '../../../tests/writers/faults/fault-run.ts';
import { note } from '../run/note.ts';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '100' }, seed: { type: 'string', default: String(Date.now() % 1e6) } },
});

/** A whole number of at least 1. */
function wholeNumber(name: 'kills' | 'seed'): number {
  const number = Number(values[name]);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new Error(`--${name}: found "${values[name]}", expected a whole number of at least 1.`);
}

const [kills, seed] = [wholeNumber('kills'), wholeNumber('seed')];
note(`${kills} kills, --seed ${seed}`);
const { counts, wrong } = await faultRun({ kills, seed, note });
console.log(
  Array.from(counts, ([what, count]) => `${what}: ${count}`)
    .sort()
    .join('\n'),
);
console.log(wrong.length === 0 ? `Nothing is wrong (--seed ${seed}).` : wrong.slice(0, 100).join('\n'));
if (wrong.length > 0) console.log(`${wrong.length} wrong (--seed ${seed}).`);
process.exitCode = wrong.length === 0 ? 0 : 1;
