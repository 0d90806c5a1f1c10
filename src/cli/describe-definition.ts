import { definitionOf } from '#exports/definition/definition-record.ts';
import type { listDefinitions } from '#exports/definition/list-definitions.ts';
import { usualParquetCompression } from '#exports/format.ts';
import { nextRunAt } from '#exports/schedule/export-schedule.ts';
import { runSummary, runText } from './describe-run.ts';

type Listed = Awaited<ReturnType<typeof listDefinitions>>[number];

/** A definition as printed with `--json`. */
export function definitionSummary({ runs, ...record }: Listed) {
  const [lastRun] = runs;
  return {
    ...definitionOf(record),
    next: nextRunAt(record)?.toISOString() ?? null,
    lastRun: lastRun === undefined ? null : runSummary(lastRun),
  };
}

/** A definition as printed for people. */
export function definitionLine(summary: ReturnType<typeof definitionSummary>): string {
  const { name, what, formats, compression, parquetCompression, destination, schedule, zone, next, lastRun } = summary;
  const names = formats.map((format) =>
    format === 'parquet' && parquetCompression !== usualParquetCompression ? `parquet (${parquetCompression})` : format,
  );
  const form = [...names, ...(compression === null ? [] : [compression])].join('+');
  const due = next === null ? 'which never comes due: amend it' : `next ${next}`;
  const when = schedule === null ? 'when asked' : `at "${schedule}" ${zone}, ${due}`;
  return `${name}: ${what} as ${form} to ${destination}, ${when}${lastRun === null ? '' : `; last run ${runText(lastRun)}`}`;
}
