import type { ExportRunModel } from '#postgres/generated/models.ts';
import { builder } from '../builder.ts';
import { ExportRunCause, ExportRunStatus } from './export-enums.ts';

const ExportTableRows = builder
  .objectRef<{ readonly table: string; readonly rows: number }>('ExportTableRows')
  .implement({
    description: 'Number of rows in one table of an export.',
    fields: (t) => ({
      table: t.exposeString('table', { description: 'Name of the table, and of its files without their extension.' }),
      rows: t.exposeInt('rows', { description: 'Number of rows, from 0.' }),
    }),
  });

export const ExportRun = builder.objectRef<ExportRunModel>('ExportRun').implement({
  description: 'One run of an export: all attempts to publish one version.',
  fields: (t) => ({
    cause: t.expose('cause', { type: ExportRunCause, description: 'Why the export ran.' }),
    status: t.expose('status', { type: ExportRunStatus, description: 'Progress of the run.' }),
    attempts: t.exposeInt('attempts', { description: 'Number of attempts so far, including the current one.' }),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: 'When it was requested or due, in UTC; of several missed times the first.',
    }),
    startedAt: t.expose('startedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the last attempt started, in UTC; null before the first.',
    }),
    endedAt: t.expose('endedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the run ended, in UTC; null until then.',
    }),
    step: t.exposeString('step', { nullable: true, description: 'The current step; null unless the run is running.' }),
    stepDone: t.exposeFloat('stepDone', {
      nullable: true,
      description: 'Completed share of `step`, 0 to 1; null unless the run is running.',
    }),
    revision: t.exposeInt('revision', {
      nullable: true,
      description: 'Ledger revision of `version`; null when there is no version.',
    }),
    version: t.exposeString('version', {
      nullable: true,
      description:
        'The version that it published or found unchanged, which is the name of a folder of the export; null until then.',
    }),
    tables: t.field({
      type: [ExportTableRows],
      description: 'The tables of `version`, ordered by name; empty when there is no version.',
      // Written by the worker as an object of numbers.
      resolve: ({ rows }) =>
        Object.entries((rows ?? {}) as Record<string, number>)
          .map(([table, count]) => ({ table, rows: count }))
          .sort((a, b) => (a.table < b.table ? -1 : 1)),
    }),
    error: t.string({
      nullable: true,
      description:
        'Why the last attempt failed; null if it did not. Always null for callers without the scope `exports:manage`, because the message may name folders and buckets.',
      resolve: ({ error }, _args, { caller }) => (caller?.scopes.includes('exports:manage') ? error : null),
    }),
  }),
});
