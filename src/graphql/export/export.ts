import { nextTime } from '#exports/definition/export-schedule.ts';
import type { listDefinitions } from '#exports/definition/list-definitions.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection/connection-of.ts';
import { ExportCompression, ExportFormat } from './export-enums.ts';
import { ExportRun } from './export-run.ts';

export type ListedDefinition = Awaited<ReturnType<typeof listDefinitions>>[number];

export const Export = builder.objectRef<ListedDefinition>('Export').implement({
  description: 'What is delivered where, in which form and when.',
  fields: (t) => ({
    name: t.exposeString('name', {
      description: 'Its name: the folder of its versions, and where `/exports/` serves them.',
    }),
    what: t.exposeString('what', {
      description: 'What is exported: `ledger` is the whole ledger as tables, anything else a stored query.',
    }),
    formats: t.expose('formats', { type: [ExportFormat], description: 'The forms in which every table is written.' }),
    compression: t.expose('compression', {
      type: ExportCompression,
      nullable: true,
      description: 'How CSV and NDJSON files are packed; null when they are not.',
    }),
    schedule: t.exposeString('schedule', {
      nullable: true,
      description: 'When it runs: a cron expression of five fields. Null: only when asked for.',
    }),
    zone: t.exposeString('zone', { description: 'IANA zone in which the schedule is read.' }),
    destination: t.exposeString('destination', {
      description: 'Where it is published: a name in the configuration of the server.',
    }),
    keep: t.exposeInt('keep', { nullable: true, description: 'How many versions stay; null: all.' }),
    nextRunAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the schedule is due next; null without one.',
      resolve: ({ schedule: cron, zone }) => (cron === null ? null : nextTime({ cron, zone }, new Date())),
    }),
    runs: t.connection({
      type: ExportRun,
      description: 'Its runs, the newest first; only the newest are remembered.',
      resolve: ({ name, runs }, args, { pageSizes }) =>
        connectionOf(runs, args, pageSizes, ({ id }) => `run ${id} of ${name}`),
    }),
  }),
});
