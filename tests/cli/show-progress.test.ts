import { expect, test } from 'vitest';
import { showProgress } from '#cli/show-progress.ts';

/** Something to write progress to, and a clock that goes when it is told to. */
function stage(isTTY: boolean) {
  const written: string[] = [];
  const clock = { ms: 0 };
  const output = {
    isTTY,
    write: (text: string) => {
      written.push(text);
    },
  };
  return { written, clock, shown: showProgress(output, () => clock.ms) };
}

const clear = '\r\u001b[K';

test('a terminal is shown a bar with rate and time left, at most ten times a second, and a line when the step is done', () => {
  const { written, clock, shown } = stage(true);
  shown.report({ step: 'Reading', rows: 0, done: 0 });
  clock.ms = 50;
  shown.report({ step: 'Reading', rows: 100, done: 0.05 });
  clock.ms = 20_000;
  shown.report({ step: 'Reading', rows: 30_000, done: 0.25 });
  clock.ms = 80_000;
  shown.report({ step: 'Reading', rows: 120_000, done: 1 });
  expect(written).toEqual([
    `${clear}Reading [------------------------] 0 %`,
    `${clear}Reading [######------------------] 25 %  1,500 rows/s  1:00 left`,
    `${clear}Reading: 120,000 rows in 80.0 s\n`,
  ]);
});

test('the clock of a step begins with it', () => {
  const { written, clock, shown } = stage(true);
  shown.report({ step: 'Reading', rows: 10, done: 1 });
  clock.ms = 5_000;
  shown.report({ step: 'Checking', rows: null, done: 0 });
  clock.ms = 6_500;
  shown.report({ step: 'Checking', rows: null, done: 1 });
  expect(written.at(-1)).toBe(`${clear}Checking: 1.5 s\n`);
});

test('leaving clears the line of the bar', () => {
  const { written, shown } = stage(true);
  shown.report({ step: 'Reading', rows: 0, done: 0 });
  shown.end();
  expect(written.at(-1)).toBe(clear);
});

test('anything but a terminal gets one plain line for each step', () => {
  const { written, clock, shown } = stage(false);
  shown.report({ step: 'Reading', rows: 0, done: 0 });
  clock.ms = 1_000;
  shown.report({ step: 'Reading', rows: 500, done: 0.5 });
  clock.ms = 2_000;
  shown.report({ step: 'Reading', rows: 1_000, done: 1 });
  shown.end();
  expect(written).toEqual(['Reading: 1,000 rows in 2.0 s\n']);
});
