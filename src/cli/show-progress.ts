import type { Progress } from '#ingest/roll-calls/outcome.ts';

/** Output for progress: a terminal, or any stream of text. */
interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface ShownProgress {
  report(progress: Progress): void;
  /** Ends the line of the bar, if there is one. */
  end(): void;
}

const redrawMs = 100;
const width = 24;
const clearLine = '\r\u001b[K';

/** Shows each step on a terminal as a bar with rate and remaining time; otherwise as a line when it is done. `now` is in milliseconds. */
export function showProgress(output: Output = process.stderr, now = () => performance.now()): ShownProgress {
  let step = '';
  let begun = 0;
  let drawn = Number.NEGATIVE_INFINITY;
  return {
    report: (progress) => {
      if (progress.step !== step) [step, begun, drawn] = [progress.step, now(), Number.NEGATIVE_INFINITY];
      const seconds = (now() - begun) / 1_000;
      if (progress.done >= 1) output.write(`${output.isTTY ? clearLine : ''}${doneLine(progress, seconds)}\n`);
      else if (output.isTTY && now() - drawn >= redrawMs) {
        output.write(clearLine + barLine(progress, seconds));
        drawn = now();
      }
    },
    end: () => {
      if (output.isTTY) output.write(clearLine);
    },
  };
}

const count = (rows: number) => rows.toLocaleString('en');

function doneLine({ step, rows }: Progress, seconds: number): string {
  return `${step}: ${rows === null ? '' : `${count(rows)} rows in `}${seconds.toFixed(1)} s`;
}

function barLine({ step, rows, done }: Progress, seconds: number): string {
  const full = Math.round(done * width);
  const parts = [`${step} [${'#'.repeat(full)}${'-'.repeat(width - full)}] ${Math.floor(done * 100)} %`];
  if (rows !== null && rows > 0 && seconds > 0) parts.push(`${count(Math.round(rows / seconds))} rows/s`);
  if (done > 0) parts.push(`${clock((seconds * (1 - done)) / done)} left`);
  return parts.join('  ');
}

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
