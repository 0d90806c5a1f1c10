import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { runConcord, startConcord } from '../cli/run-concord.ts';
import { useDatabase } from '../support/database.ts';
import { scratchFolder } from './export-to.ts';

const database = useDatabase('seeded');
const points = Number(process.env.CONCORD_KILL_POINTS ?? 20);
const steps = ['Writing parties.csv', 'Writing stances.csv', 'Writing passages.parquet', 'Checking'];

const argumentsOf = (out: string) => [
  'export',
  '--out',
  out,
  '--format',
  'csv,parquet',
  '--again',
  '--keep',
  '3',
  '--json',
];

/** The latest version, which must be whole: its sums fit. */
async function wholeLatest(out: string): Promise<string> {
  const latest = await readlink(join(out, 'ledger', 'latest'));
  const cwd = join(out, 'ledger', latest);
  const sums = spawn('sha256sum', ['--quiet', '-c', 'SHA256SUMS'], { cwd, stdio: 'ignore' });
  const [code] = await once(sums, 'close');
  expect(code, latest).toBe(0);
  return latest;
}

test(`a run killed at ${points} points leaves the latest version as it was or whole, and the next run cleans up`, async () => {
  const out = await scratchFolder();
  const env = { DATABASE_URL: database.url };
  const wholeRun = await runConcord(argumentsOf(out), env);
  expect(wholeRun.code, wholeRun.stderr).toBe(0);
  for (let point = 0; point < points; point++) {
    const before = await wholeLatest(out);
    const child = startConcord(argumentsOf(out), env);
    const ended = once(child, 'close');
    await seen(child.stderr, steps[point % steps.length] as string, ended);
    // A little later each time that a step comes again, past the end of the step too.
    await Promise.race([ended, delay(5 * Math.floor(point / steps.length))]);
    child.kill('SIGKILL');
    await ended;
    const after = await wholeLatest(out);
    expect(after >= before, `killed at ${steps[point % steps.length]}`).toBe(true);
  }
  const last = await runConcord(argumentsOf(out), env);
  expect(last.code, last.stderr).toBe(0);
  // A kill between the two may leave them apart until the next run.
  const { latest } = JSON.parse(await readFile(join(out, 'ledger', 'versions.json'), 'utf8'));
  expect(latest).toBe(await wholeLatest(out));
  const left = (await readdir(join(out, 'ledger'))).filter((entry) => entry.startsWith('.'));
  expect(left).toEqual([]);
}, 300_000);

/** Waits until a step is told, or the process has ended. */
async function seen(stream: NodeJS.ReadableStream, text: string, ended: Promise<unknown>): Promise<void> {
  const told = new Promise<void>((resolve) => {
    let all = '';
    stream.on('data', (piece) => {
      all += piece;
      if (all.includes(text)) resolve();
    });
  });
  await Promise.race([told, ended]);
}
