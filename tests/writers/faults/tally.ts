/** What happened in a run, and what of it should not have. */
export interface Tally {
  readonly counts: Map<string, number>;
  readonly wrong: string[];
  count(what: string, by?: number): void;
  /** Settles when something was counted so many more times; fails when that takes longer than two minutes. */
  more(what: string, times: number): Promise<void>;
}

const patienceMs = 120_000;

export function newTally(): Tally {
  const counts = new Map<string, number>();
  const waiting = new Set<() => void>();
  const of = (what: string) => counts.get(what) ?? 0;
  const wrong: string[] = [];
  return {
    counts,
    wrong,
    count(what, by = 1) {
      counts.set(what, of(what) + by);
      for (const look of waiting) look();
    },
    async more(what, times) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const enough = of(what) + times;
      const late = () =>
        reject(
          new Error(
            `nothing goes on: ${what} ${of(what)}, expected ${enough} within two minutes. ${wrong.slice(0, 10).join('\n')}`,
          ),
        );
      const timer = setTimeout(late, patienceMs);
      const look = () => {
        if (of(what) >= enough) resolve();
      };
      waiting.add(look);
      look();
      await promise.finally(() => {
        clearTimeout(timer);
        waiting.delete(look);
      });
    },
  };
}
