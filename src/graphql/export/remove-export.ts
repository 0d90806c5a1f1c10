import { removeDefinition } from '#exports/definition/remove-definition.ts';
import { addManagement } from '../write/management.ts';
import { ExportChanged, orRefused } from './export-changed.ts';

addManagement('removeExport', {
  description: 'Forgets an export and its runs. What it published stays; a run under way ends its work.',
  input: (t) => ({ name: t.string({ required: true, description: 'The name of the export.' }) }),
  payload: ExportChanged,
  work: async ({ name }, { tx }) => {
    await orRefused(removeDefinition(tx, name));
    return { number: 0, changed: true };
  },
  show: async () => ({ export: null }),
});
