/** How far a step of an import has come. */
export interface Progress {
  /** What is being done: `Reading votes.csv.gz`. */
  readonly step: string;
  /** Rows done with; null where nobody counts them. */
  readonly rows: number | null;
  /** Share of the step that is done, 0 to 1. */
  readonly done: number;
}

/** Is told of every step at its beginning, now and then, and at its end (`done` 1). */
export type Report = (progress: Progress) => void;

/** Does something that does not tell how far it is. */
export async function asStep<T>(report: Report, step: string, work: () => Promise<T>): Promise<T> {
  report({ step, rows: null, done: 0 });
  const result = await work();
  report({ step, rows: null, done: 1 });
  return result;
}
