import { definitionOf } from '#exports/definition/definition-record.ts';
import { nextTime } from '#exports/definition/export-schedule.ts';
import type { listDefinitions } from '#exports/definition/list-definitions.ts';
import { usualParquetCompression } from '#exports/format.ts';
import { runSummary, runText } from './describe-run.ts';

type Listed = Awaited<ReturnType<typeof listDefinitions>>[number];

/** A definition as `--json` tells it. */
export function definitionSummary({ runs, ...record }: Listed, now: Date) {
  const definition = definitionOf(record);
  const { schedule: cron, zone } = definition;
  const [lastRun] = runs;
  return {
    ...definition,
    next: cron === null ? null : nextTime({ cron, zone }, now).toISOString(),
    lastRun: lastRun === undefined ? null : runSummary(lastRun),
  };
}

/** A definition as a person reads it. */
export function definitionLine(summary: ReturnType<typeof definitionSummary>): string {
  const { name, what, formats, compression, parquetCompression, destination, schedule, zone, next, lastRun } = summary;
  const names = formats.map((format) =>
    format === 'parquet' && parquetCompression !== usualParquetCompression ? `parquet (${parquetCompression})` : format,
  );
  const form = [...names, ...(compression === null ? [] : [compression])].join('+');
  const when = schedule === null ? 'when asked' : `at "${schedule}" ${zone}, next ${next}`;
  return `${name}: ${what} as ${form} to ${destination}, ${when}${lastRun === null ? '' : `; last run ${runText(lastRun)}`}`;
}
