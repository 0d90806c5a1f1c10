/** How far a backup or its restoration has come. */
export interface BackupProgress {
  /** What is being done: `Writing stance`. */
  readonly step: string;
  /** Rows done with; null where nobody counts them. */
  readonly rows: number | null;
  /** Share of the step that is done, 0 to 1. */
  readonly done: number;
}

/** Is told of every step now and then, and at its end (`done` 1). */
export type ReportBackup = (progress: BackupProgress) => void;

export const reportNothing: ReportBackup = () => {};

export interface BackupOptions {
  readonly report?: ReportBackup;
  /** Aborted when somebody stops it: then what was begun is undone. */
  readonly signal?: AbortSignal;
}
