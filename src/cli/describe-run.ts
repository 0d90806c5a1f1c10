import type { ExportRunModel } from '#postgres/generated/models.ts';

/** A run as printed with `--json`. */
export const runSummary = (run: ExportRunModel) => ({
  run: run.id,
  cause: run.cause,
  status: run.status,
  attempts: run.attempts,
  createdAt: run.createdAt,
  startedAt: run.startedAt,
  endedAt: run.endedAt,
  step: run.step,
  stepDone: run.stepDone,
  revision: run.revision,
  version: run.version,
  rows: run.rows,
  error: run.error,
});

/** The outcome of a run in a few words. */
export function runText({ status, version, step, stepDone, error }: ReturnType<typeof runSummary>): string {
  const progress = step === null ? '' : ` (${step}, ${Math.floor((stepDone ?? 0) * 100)} %)`;
  return `${status}${version === null ? '' : ` ${version}`}${progress}${error === null ? '' : `: ${error}`}`;
}

/** A run as printed for people. */
export const runLine = (run: ExportRunModel): string =>
  `${run.id}  ${run.createdAt.toISOString()}  ${run.cause}  ${runText(runSummary(run))}`;
