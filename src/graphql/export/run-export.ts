import { requestRun } from '#exports/definition/request-run.ts';
import type { ExportRunModel } from '#postgres/generated/models.ts';
import { builder } from '../builder.ts';
import { addManagement } from '../write/mutation.ts';
import { Managed, type ManagedView } from '../write/results.ts';
import { orExportRefused } from './export-changed.ts';
import { ExportRun } from './export-run.ts';

/** What the mutation shows. */
interface ExportRequestedView {
  readonly run: ExportRunModel | null;
}

const ExportRequested = builder.objectRef<ExportRequestedView & ManagedView>('ExportRequested').implement({
  description: 'Result: a run of an export was requested.',
  interfaces: [Managed],
  fields: (t) => ({
    run: t.expose('run', {
      type: ExportRun,
      nullable: true,
      description: 'The run, waiting for a worker; null when it is no longer kept.',
    }),
  }),
});

addManagement('runExport', {
  description: 'Requests a run of an export in addition to its schedule; a worker starts it within seconds.',
  input: (t) => ({ name: t.string({ required: true, description: 'Name of the export to run.' }) }),
  payload: ExportRequested,
  work: async ({ name }, { tx, caller }) => ({
    number: (await orExportRefused(requestRun(tx, name, caller.name))).id,
    changed: true,
  }),
  show: async (_input, id, { database }) => ({ run: await database.prisma.exportRun.findUnique({ where: { id } }) }),
});
