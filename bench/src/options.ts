import { parseArgs } from 'node:util';

/** The parts of the benchmark, in the order in which they run. */
export const parts = [
  'side-by-side',
  'unchanged',
  'matrix',
  'exports',
  'snapshot',
  'past',
  'prices',
  'page',
  'page-matrix',
  'import',
  'larger',
  'soak',
] as const;

export type Part = (typeof parts)[number];

export interface Options {
  readonly parts: ReadonlySet<Part>;
  /** Made-up roll calls even where the real ones are there. */
  readonly generated: boolean;
  /** How long the soak is. */
  readonly minutes: number;
}

/**
 * Reads `--only PART` (may be repeated), `--large`, `--generated` and `--minutes`. `larger` and `soak` take minutes and run only when they are
 * asked for.
 */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string', multiple: true },
      large: { type: 'boolean' },
      generated: { type: 'boolean' },
      minutes: { type: 'string', default: '10' },
    },
  });
  const named =
    values.only?.map(partOf) ?? parts.filter((part) => part !== 'soak' && (part !== 'larger' || values.large === true));
  return { parts: new Set(named), generated: values.generated === true, minutes: minutesOf(values.minutes) };
}

function minutesOf(text: string): number {
  const minutes = Number(text);
  if (minutes > 0 && minutes <= 1_440) return minutes;
  throw new Error(`--minutes: found "${text}", expected a number up to 1440.`);
}

function partOf(name: string): Part {
  const part = parts.find((known) => known === name);
  if (part === undefined) throw new Error(`--only: found "${name}", expected one of ${parts.join(', ')}.`);
  return part;
}
