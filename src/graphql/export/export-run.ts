import type { ExportRunModel } from '#postgres/generated/models.ts';
import { builder } from '../builder.ts';
import { ExportRunCause, ExportRunStatus } from './export-enums.ts';

const ExportTableRows = builder
  .objectRef<{ readonly table: string; readonly rows: number }>('ExportTableRows')
  .implement({
    description: 'How many rows a table of an export has.',
    fields: (t) => ({
      table: t.exposeString('table', { description: 'Name of the table and of its files.' }),
      rows: t.exposeInt('rows', { description: 'Its rows.' }),
    }),
  });

export const ExportRun = builder.objectRef<ExportRunModel>('ExportRun').implement({
  description: 'One run of an export: every attempt to publish one version.',
  fields: (t) => ({
    cause: t.expose('cause', { type: ExportRunCause, description: 'Why it ran.' }),
    status: t.expose('status', { type: ExportRunStatus, description: 'How far it is.' }),
    attempts: t.exposeInt('attempts', { description: 'Attempts so far, the present one included.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was asked for or due.' }),
    startedAt: t.expose('startedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the last attempt began; null before the first.',
    }),
    endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true, description: 'When it ended; null until then.' }),
    step: t.exposeString('step', { nullable: true, description: 'What is being done; null unless it is running.' }),
    stepDone: t.exposeFloat('stepDone', {
      nullable: true,
      description: 'Share of that step that is done, 0 to 1; null unless it is running.',
    }),
    revision: t.exposeInt('revision', { nullable: true, description: 'Revision of the version; null without one.' }),
    version: t.exposeString('version', {
      nullable: true,
      description: 'The version that it published or found unchanged: a folder of the export; null until then.',
    }),
    tables: t.field({
      type: [ExportTableRows],
      description: 'The tables of the version by name; empty without one.',
      // Written by the worker as an object of numbers.
      resolve: ({ rows }) =>
        Object.entries((rows ?? {}) as Record<string, number>)
          .map(([table, count]) => ({ table, rows: count }))
          .sort((a, b) => (a.table < b.table ? -1 : 1)),
    }),
    error: t.string({
      nullable: true,
      description:
        'Why the last attempt failed; null if it did not, and for callers without the scope `exports:manage`, because it may name folders and buckets.',
      resolve: ({ error }, _args, { caller }) => (caller?.scopes.includes('exports:manage') ? error : null),
    }),
  }),
});
