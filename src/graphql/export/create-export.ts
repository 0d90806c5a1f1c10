import { createDefinition } from '#exports/definition/create-definition.ts';
import { definitionProblems } from '#exports/definition/definition.ts';
import { addManagement } from '../write/mutation.ts';
import { InvalidInputError } from '../write/results.ts';
import { Refused } from '../write/run-write.ts';
import { ExportChanged, orExportRefused, showExport, surroundingsOf } from './export-changed.ts';
import { ExportCompression, ExportFormat, ParquetCompression } from './export-enums.ts';
import { atInput, compressionOf, formatsOf, parquetCompressionOf } from './export-input.ts';

addManagement('createExport', {
  description: 'Defines an export. A worker runs it on schedule or on request.',
  input: (t) => ({
    name: t.string({
      required: true,
      description:
        'Name of the export, and of the folder of its versions: lower-case letters and digits, joined by single hyphens, at most 100 characters.',
    }),
    what: t.string({
      description:
        'What to export: `ledger` (the whole ledger as tables) or the name of a stored query. Default: `ledger`.',
    }),
    formats: t.field({ type: [ExportFormat], required: true, description: 'File formats to write; at least one.' }),
    compression: t.field({
      type: ExportCompression,
      description: 'Compression of CSV and NDJSON files. Default: none.',
    }),
    parquetCompression: t.field({
      type: ParquetCompression,
      description: 'Compression of Parquet files, inside the files. Default: ZSTD.',
    }),
    schedule: t.string({
      description:
        'Cron expression with five fields, such as `0 6 * * 1-5`, or `@daily` and the like. Default: runs only on request.',
    }),
    zone: t.string({ description: 'IANA time zone of the schedule, such as `Europe/Berlin`. Default: UTC.' }),
    destination: t.string({
      required: true,
      description: 'Where to publish: the name of a destination in CONCORD_EXPORT_DESTINATIONS.',
    }),
    keep: t.int({ description: 'Number of versions to keep, 1 to 10000. Default: all.' }),
  }),
  payload: ExportChanged,
  work: async ({ name, destination, ...given }, { tx, caller, context }) => {
    const definition = {
      name,
      destination,
      what: given.what ?? 'ledger',
      formats: formatsOf(given.formats),
      compression: compressionOf(given.compression ?? null),
      ...parquetCompressionOf(given.parquetCompression),
      schedule: given.schedule ?? null,
      zone: given.zone ?? 'UTC',
      keep: given.keep ?? null,
    };
    const surroundings = await surroundingsOf(tx, context);
    const problems = definitionProblems(definition, surroundings);
    if (problems.length > 0) throw new Refused(new InvalidInputError(atInput(problems)));
    await orExportRefused(createDefinition(tx, definition, { ...surroundings, createdBy: caller.name }));
    return { number: 0, changed: true };
  },
  show: (input, _number, context) => showExport(input, context),
});
