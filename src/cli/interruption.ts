/** Thrown when a command is interrupted by the user. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  readonly exitCode: number;

  constructor(exitCode: number) {
    super('Stopped.');
    this.exitCode = exitCode;
  }
}

// 128 + the number of the signal, as in shells.
const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const;

// npm forwards the Ctrl-C that the terminal has already sent to the process.
const sameMs = 500;

/** Aborts at the first SIGINT or SIGTERM, with `Interrupted` as the reason; the second ends the process at once. */
export function listenForInterruption(): AbortSignal {
  const controller = new AbortController();
  let firstAt = 0;
  for (const signal of Object.keys(exitCodes) as (keyof typeof exitCodes)[]) {
    process.on(signal, () => {
      if (!controller.signal.aborted) {
        firstAt = performance.now();
        controller.abort(new Interrupted(exitCodes[signal]));
      } else if (performance.now() - firstAt > sameMs) {
        process.exit(exitCodes[signal]);
      }
    });
  }
  return controller.signal;
}

/** Resolves when the signal is aborted. */
export function interrupted(signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  if (signal.aborted) resolve();
  signal.addEventListener('abort', () => resolve(), { once: true });
  return promise;
}
