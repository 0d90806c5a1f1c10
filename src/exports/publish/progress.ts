/** How far a step of a run has come. */
export interface Progress {
  /** What is being done: `Writing stances.csv`. */
  readonly step: string;
  /** Rows done with; null where nobody counts them. */
  readonly rows: number | null;
  /** Share of the step that is done, 0 to 1. */
  readonly done: number;
}

/** Is told of every step at its beginning, now and then, and at its end (`done` 1). */
export type Report = (progress: Progress) => void;
