import type { listDefinitions } from '#exports/definition/list-definitions.ts';
import { nextRunAt } from '#exports/schedule/export-schedule.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { ExportCompression, ExportFormat, ParquetCompression } from './export-enums.ts';
import { ExportRun } from './export-run.ts';

export type ListedDefinition = Awaited<ReturnType<typeof listDefinitions>>[number];

export const Export = builder.objectRef<ListedDefinition>('Export').implement({
  description: 'An export: what is published, where, in which formats and when.',
  fields: (t) => ({
    name: t.exposeString('name', {
      description: 'Name of the export, and of the folder of its versions under `/exports/`.',
    }),
    what: t.exposeString('what', {
      description: 'What is exported: `ledger` (the whole ledger as tables) or the name of a stored query.',
    }),
    formats: t.expose('formats', {
      type: [ExportFormat],
      description: 'File formats in which every table is written; at least one.',
    }),
    compression: t.expose('compression', {
      type: ExportCompression,
      nullable: true,
      description: 'Compression of CSV and NDJSON files; null for none.',
    }),
    parquetCompression: t.expose('parquetCompression', {
      type: ParquetCompression,
      description: 'Compression of Parquet files, inside the files.',
    }),
    schedule: t.exposeString('schedule', {
      nullable: true,
      description:
        'Cron expression with five fields, such as `0 6 * * 1-5`, or `@daily` and the like; null when it runs only on request.',
    }),
    zone: t.exposeString('zone', { description: 'IANA time zone of the schedule, such as `UTC`.' }),
    destination: t.exposeString('destination', {
      description: 'Where it is published: the name of a destination in CONCORD_EXPORT_DESTINATIONS.',
    }),
    keep: t.exposeInt('keep', { nullable: true, description: 'Number of versions that are kept; null for all.' }),
    nextRunAt: t.field({
      type: 'DateTime',
      nullable: true,
      description:
        'When the next scheduled run is due, in UTC; in the past when it was missed and a worker is still to make up for it; null without a valid schedule.',
      resolve: nextRunAt,
    }),
    runs: t.connection({
      type: ExportRun,
      description: 'Runs, newest first; only recent ones are kept.',
      resolve: ({ name, runs }, args, { pageSizes }) =>
        connectionOf(runs, args, pageSizes, ({ id }) => `run ${id} of ${name}`),
    }),
  }),
});
