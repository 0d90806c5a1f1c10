import { isDeepStrictEqual } from 'node:util';
import { amendDefinition } from '#exports/definition/amend-definition.ts';
import { type Definition, definitionProblems } from '#exports/definition/definition.ts';
import { definitionOf } from '#exports/definition/definition-record.ts';
import { findDefinition } from '#exports/definition/find-definition.ts';
import { addManagement } from '../write/mutation.ts';
import { InvalidInputError } from '../write/results.ts';
import { Refused } from '../write/run-write.ts';
import { ExportChanged, orExportRefused, showExport, surroundingsOf } from './export-changed.ts';
import { ExportCompression, ExportFormat, ParquetCompression } from './export-enums.ts';
import { atInput, compressionOf, formatsOf, parquetCompressionOf } from './export-input.ts';

addManagement('amendExport', {
  description: 'Changes an export. Omitted fields keep their value. Published versions are not changed.',
  input: (t) => ({
    name: t.string({ required: true, description: 'Name of the export to amend. Names cannot be changed.' }),
    what: t.string({
      description: 'What to export: `ledger` (the whole ledger as tables) or the name of a stored query.',
    }),
    formats: t.field({ type: [ExportFormat], description: 'File formats to write; at least one.' }),
    compression: t.field({
      type: ExportCompression,
      description: 'Compression of CSV and NDJSON files; null for none.',
    }),
    parquetCompression: t.field({
      type: ParquetCompression,
      description: 'Compression of Parquet files, inside the files.',
    }),
    schedule: t.string({
      description:
        'Cron expression with five fields, such as `0 6 * * 1-5`, or `@daily` and the like; null to run only on request.',
    }),
    zone: t.string({ description: 'IANA time zone of the schedule, such as `Europe/Berlin`.' }),
    destination: t.string({
      description: 'Where to publish: the name of a destination in CONCORD_EXPORT_DESTINATIONS.',
    }),
    keep: t.int({ description: 'Number of versions to keep, 1 to 10000; null for all.' }),
  }),
  payload: ExportChanged,
  work: async ({ name, formats, compression, parquetCompression, ...given }, { tx, context }) => {
    const before = definitionOf(await orExportRefused(findDefinition(tx, name)));
    const { what, zone, destination, ...nullable } = given;
    const changes = {
      what: what ?? undefined,
      zone: zone ?? undefined,
      destination: destination ?? undefined,
      formats: formats ? formatsOf(formats) : undefined,
      compression: compression === undefined ? undefined : compressionOf(compression),
      ...parquetCompressionOf(parquetCompression),
      schedule: nullable.schedule,
      keep: nullable.keep,
    };
    const said = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    const after: Definition = { ...before, ...said };
    if (isDeepStrictEqual(after, before)) return { number: 0, changed: false };
    const surroundings = await surroundingsOf(tx, context);
    const problems = definitionProblems(after, surroundings);
    if (problems.length > 0) throw new Refused(new InvalidInputError(atInput(problems)));
    await amendDefinition(tx, name, changes, surroundings);
    return { number: 0, changed: true };
  },
  show: (input, _number, context) => showExport(input, context),
});
