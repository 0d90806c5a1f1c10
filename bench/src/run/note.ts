const started = performance.now();

/** Tells what goes on, on standard error: standard output is for the table. */
export function note(text: string): void {
  const seconds = ((performance.now() - started) / 1000).toFixed(0).padStart(4);
  process.stderr.write(`${seconds} s  ${text}\n`);
}
