/** What came of one thing measured several times. */
export interface Measured {
  /** In the order in which they were measured. */
  readonly values: readonly number[];
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export function summary(values: readonly number[]): Measured {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const median = ((sorted[Math.floor(middle)] as number) + (sorted[Math.ceil(middle)] as number)) / 2;
  return { values, median, min: sorted[0] as number, max: sorted.at(-1) as number };
}

/** Does one thing once and answers its figure: milliseconds, or requests a second. */
export type Contestant = () => Promise<number>;

interface Rounds {
  /** Rounds that do not count. */
  readonly warmUp: number;
  readonly rounds: number;
}

/** Lets the contestants take turns, A B C A B C …, so that whatever else the machine does hits all of them alike. */
export async function inTurns<Name extends string>(
  contestants: Readonly<Record<Name, Contestant>>,
  { warmUp, rounds }: Rounds,
): Promise<Record<Name, Measured>> {
  const names = Object.keys(contestants) as Name[]; // a plain object has no other keys
  const figures = new Map(names.map((name) => [name, [] as number[]]));
  for (let round = -warmUp; round < rounds; round++) {
    for (const name of names) {
      const figure = await contestants[name]();
      if (round >= 0) figures.get(name)?.push(figure);
    }
  }
  return Object.fromEntries(names.map((name) => [name, summary(figures.get(name) ?? [])])) as Record<Name, Measured>;
}

/**
 * How many times as much one contestant made as another in the same round: the median over the rounds, so that a minute in which the machine was slower
 * counts on both sides.
 */
export function ratioOf(one: Measured, other: Measured): number {
  return summary(one.values.map((value, round) => value / (other.values[round] as number))).median;
}

/** Milliseconds that some work takes; its result is thrown away. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
