/** Does something again and again, at most so often, until a moment of `performance`'s clock. */
export async function repeat(
  { until, everyMs }: { readonly until: number; readonly everyMs: number },
  work: (n: number) => Promise<void>,
): Promise<void> {
  for (let n = 0; performance.now() < until; n++) {
    const dueAt = performance.now() + everyMs;
    await work(n);
    const left = Math.min(dueAt, until) - performance.now();
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
  }
}
