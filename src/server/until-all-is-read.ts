let reading: Promise<void> | null = null;

/**
 * Resolves when all requests are read that have arrived by now. Who waits for it is resumed together, so that one step of answering is taken for
 * all of them before the next (docs/decisions/throughput.md). Alone, one waits a few microseconds.
 */
export function untilAllIsRead(): Promise<void> {
  // Sockets are read in one phase of the event loop; immediates come right after it.
  reading ??= new Promise((resolve) =>
    setImmediate(() => {
      reading = null;
      resolve();
    }),
  );
  return reading;
}
