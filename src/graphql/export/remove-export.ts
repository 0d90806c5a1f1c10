import { removeDefinition } from '#exports/definition/remove-definition.ts';
import { addManagement } from '../write/mutation.ts';
import { ExportChanged, orExportRefused } from './export-changed.ts';

addManagement('removeExport', {
  description:
    'Removes an export and the record of its runs. Published versions are kept; a run in progress is completed.',
  input: (t) => ({ name: t.string({ required: true, description: 'Name of the export to remove.' }) }),
  payload: ExportChanged,
  work: async ({ name }, { tx }) => {
    await orExportRefused(removeDefinition(tx, name));
    return { number: 0, changed: true };
  },
  show: async () => ({ export: null }),
});
