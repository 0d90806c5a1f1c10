/** Progress of a step of a run. */
export interface Progress {
  /** Name of the step, such as `Writing stances.csv`. */
  readonly step: string;
  /** Rows processed; null if they are not counted. */
  readonly rows: number | null;
  /** Share of the step that is done, 0 to 1. */
  readonly done: number;
}

/** Called for every step at its start, at intervals, and at its end (`done` 1). */
export type Report = (progress: Progress) => void;
