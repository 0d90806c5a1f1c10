import { createDefinition } from '#exports/definition/create-definition.ts';
import { definitionProblems } from '#exports/definition/definition.ts';
import { InvalidInputError } from '../write/errors.ts';
import { addManagement, Refused } from '../write/management.ts';
import { ExportChanged, orRefused, showExport, surroundingsOf } from './export-changed.ts';
import { ExportCompression, ExportFormat } from './export-enums.ts';
import { atInput, compressionOf, formatsOf } from './export-input.ts';

addManagement('createExport', {
  description: 'Defines an export: a worker makes it as it is due or asked for.',
  input: (t) => ({
    name: t.string({
      required: true,
      description:
        'Lower-case letters and digits with single hyphens between, at most 100: the folder of its versions.',
    }),
    what: t.string({
      description: '`ledger`, the whole ledger as tables, or the name of a stored query. Default: ledger.',
    }),
    formats: t.field({ type: [ExportFormat], required: true, description: 'At least one form to write.' }),
    compression: t.field({
      type: ExportCompression,
      description: 'How CSV and NDJSON files are packed. Default: not.',
    }),
    schedule: t.string({
      description: 'When: a cron expression of five fields, such as `0 6 * * 1-5`. Default: only when asked for.',
    }),
    zone: t.string({ description: 'IANA zone in which the schedule is read. Default: UTC.' }),
    destination: t.string({
      required: true,
      description: 'Where it is published: a name in the configuration of the server, CONCORD_EXPORT_DESTINATIONS.',
    }),
    keep: t.int({ description: 'How many versions stay, 1 to 10000. Default: all.' }),
  }),
  payload: ExportChanged,
  work: async ({ name, destination, ...given }, { tx, caller, context }) => {
    const definition = {
      name,
      destination,
      what: given.what ?? 'ledger',
      formats: formatsOf(given.formats),
      compression: compressionOf(given.compression ?? null),
      schedule: given.schedule ?? null,
      zone: given.zone ?? 'UTC',
      keep: given.keep ?? null,
    };
    const surroundings = await surroundingsOf(tx, context);
    const problems = definitionProblems(definition, surroundings);
    if (problems.length > 0) throw new Refused(new InvalidInputError(atInput(problems)));
    await orRefused(createDefinition(tx, definition, { ...surroundings, createdBy: caller.name }));
    return { number: 0, changed: true };
  },
  show: (input, _number, context) => showExport(input, context),
});
