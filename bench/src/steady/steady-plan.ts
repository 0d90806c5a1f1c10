/** What a steady load asks, and how often. */
export interface SteadyPlan {
  /** Address of the API. */
  readonly api: string;
  /** Bodies of questions, asked one after another, again and again. */
  readonly bodies: readonly string[];
  /** Questions a second; `/health` is asked as often. */
  readonly perSecond: number;
}

/** How long one kind of request took, in milliseconds from the moment at which it was due. */
export interface Latency {
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** What came of a steady load. */
export interface SteadyResult {
  readonly health: Latency;
  readonly question: Latency;
  /** How often each answer came: by HTTP status, with the code of its first error, if any. */
  readonly answers: Readonly<Record<string, number>>;
}

export function latencyOf(milliseconds: readonly number[]): Latency {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { count: sorted.length, p50: at(0.5), p99: at(0.99), max: at(1) };
}
