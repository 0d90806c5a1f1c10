import { isDeepStrictEqual } from 'node:util';
import { amendDefinition } from '#exports/definition/amend-definition.ts';
import { type Definition, definitionProblems } from '#exports/definition/definition.ts';
import { definitionOf } from '#exports/definition/definition-record.ts';
import { findDefinition } from '#exports/definition/find-definition.ts';
import { InvalidInputError } from '../write/errors.ts';
import { addManagement, Refused } from '../write/management.ts';
import { ExportChanged, orRefused, showExport, surroundingsOf } from './export-changed.ts';
import { ExportCompression, ExportFormat } from './export-enums.ts';
import { atInput, compressionOf, formatsOf } from './export-input.ts';

addManagement('amendExport', {
  description: 'Changes an export; what is not given stays. What was published before stays as it is.',
  input: (t) => ({
    name: t.string({ required: true, description: 'The name of the export, which stays.' }),
    what: t.string({ description: '`ledger` or the name of a stored query.' }),
    formats: t.field({ type: [ExportFormat], description: 'At least one form to write.' }),
    compression: t.field({ type: ExportCompression, description: 'How CSV and NDJSON files are packed; null: not.' }),
    schedule: t.string({ description: 'When: a cron expression of five fields; null: only when asked for.' }),
    zone: t.string({ description: 'IANA zone in which the schedule is read.' }),
    destination: t.string({ description: 'Where it is published: a name in the configuration of the server.' }),
    keep: t.int({ description: 'How many versions stay, 1 to 10000; null: all.' }),
  }),
  payload: ExportChanged,
  work: async ({ name, formats, compression, ...given }, { tx, context }) => {
    const before = definitionOf(await orRefused(findDefinition(tx, name)));
    const { what, zone, destination, ...nullable } = given;
    const changes = {
      what: what ?? undefined,
      zone: zone ?? undefined,
      destination: destination ?? undefined,
      formats: formats ? formatsOf(formats) : undefined,
      compression: compression === undefined ? undefined : compressionOf(compression),
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
