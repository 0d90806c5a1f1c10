import type { ExportDestination } from '#config/export-destinations.ts';
import type { Problem } from '#ledger/write/proposal.ts';
import { ExportError } from '../export-error.ts';
import {
  type Compression,
  compressions,
  type Format,
  formats,
  type ParquetCompression,
  parquetCompressions,
  usualParquetCompression,
} from '../format.ts';
import { scheduleProblem } from '../schedule/export-schedule.ts';
import type { Source } from '../source/source.ts';

/** The definition of an export: its source, formats, schedule and destination. */
export interface Definition {
  /** Slug; the folder of its versions. */
  readonly name: string;
  /** Name of a source. */
  readonly what: string;
  readonly formats: readonly Format[];
  readonly compression: Compression | null;
  /** Default: `zstd`. */
  readonly parquetCompression?: ParquetCompression;
  /** Cron expression; null: only when asked for. */
  readonly schedule: string | null;
  /** IANA time zone of the schedule. */
  readonly zone: string;
  /** Name of a configured destination. */
  readonly destination: string;
  /** How many versions are kept; null: all. */
  readonly keep: number | null;
}

/** The names that a definition may use. */
export interface Surroundings {
  readonly sources: readonly Source[];
  readonly destinations: readonly ExportDestination[];
}

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Refuses a definition that could not run, and lists every problem.
 * @throws ExportError `INVALID_EXPORT`
 */
export function checkDefinition(definition: Definition, surroundings: Surroundings): void {
  const problems = definitionProblems(definition, surroundings);
  const sentences = problems.map(({ at, found, expected }) => `${at}: found ${found}, expected ${expected}.`);
  if (problems.length > 0) throw new ExportError('INVALID_EXPORT', sentences.join('\n'));
}

/** The problems that would prevent a definition from running; empty if there are none. */
export function definitionProblems(definition: Definition, { sources, destinations }: Surroundings): Problem[] {
  const { name, what, schedule, zone, destination, keep, compression } = definition;
  const { parquetCompression = usualParquetCompression } = definition;
  const problems: Problem[] = [];
  const expect = (field: string, isRight: boolean, found: unknown, expected: string) => {
    if (!isRight) problems.push({ at: field, found: JSON.stringify(found), expected });
  };
  const oneOf = (names: readonly string[]) => (names.length === 1 ? `${names[0]}` : `one of ${names.join(', ')}`);
  const sourceNames = sources.map((source) => source.name);
  const destinationNames = destinations.map((one) => one.name);
  const isFormat = (format: string) => formats.some((known) => known === format);
  expect(
    'name',
    slug.test(name) && name.length <= 100,
    name,
    'lower-case letters and digits, joined by single hyphens, at most 100 characters',
  );
  expect('what', sourceNames.includes(what), what, oneOf(sourceNames));
  const given = definition.formats;
  expect('formats', given.length > 0 && given.every(isFormat), given, `at least one of ${formats.join(', ')}`);
  expect('compression', compression === null || compressions.includes(compression), compression, oneOf(compressions));
  expect(
    'parquetCompression',
    parquetCompressions.includes(parquetCompression),
    parquetCompression,
    oneOf(parquetCompressions),
  );
  expect('destination', destinationNames.includes(destination), destination, oneOf(destinationNames));
  expect(
    'keep',
    keep === null || (Number.isInteger(keep) && keep >= 1 && keep <= 10_000),
    keep,
    'a whole number from 1 to 10000',
  );
  const wrongSchedule = scheduleProblem({ cron: schedule ?? '0 0 * * *', zone });
  return wrongSchedule === null ? problems : [...problems, wrongSchedule];
}
