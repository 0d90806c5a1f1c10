import { parseArgs } from 'node:util';

/** The parts of the benchmark, in the order in which they run. */
export const parts = [
  'side-by-side',
  'threads',
  'by-get',
  'beside',
  'unchanged',
  'others',
  'queries-kept',
  'matrix',
  'ground',
  'blocs',
  'votes',
  'ideal',
  'deeds',
  'structure',
  'series',
  'exports',
  'snapshot',
  'past',
  'prices',
  'page',
  'page-timings',
  'page-matrix',
  'page-audit',
  'import',
  'writes',
  'live',
  'larger',
  'soak',
  'mixed',
] as const;

export type Part = (typeof parts)[number];

/** Those that take minutes, or need something that not everybody has. */
const onlyWhenNamed: readonly Part[] = ['beside', 'others', 'queries-kept', 'page-audit', 'larger', 'soak', 'mixed'];

export interface Options {
  readonly parts: ReadonlySet<Part>;
  /** Made-up roll calls even where the real ones are there. */
  readonly generated: boolean;
  /** The folder of the real roll calls; null looks for it beside the project. */
  readonly data: string | null;
  /** The checkout of another build, whose packages are installed. */
  readonly beside: string | null;
  /** How long the soak and the mixed load are. */
  readonly minutes: number;
}

/** Reads the names of parts (also as `--only PART`), `--large`, `--generated`, `--data DIR`, `--beside DIR` and `--minutes`. */
export function readOptions(args: string[]): Options {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      only: { type: 'string', multiple: true },
      large: { type: 'boolean' },
      generated: { type: 'boolean' },
      data: { type: 'string' },
      beside: { type: 'string' },
      minutes: { type: 'string', default: '10' },
    },
  });
  const { large = false, generated = false, data = null, beside = null } = values;
  const named = [...positionals, ...(values.only ?? [])].map(partOf);
  const usual = parts.filter((part) => !onlyWhenNamed.includes(part) || (part === 'larger' && large));
  if (named.includes('beside') && beside === null) throw new Error('beside: expected --beside DIR, found none.');
  return {
    parts: new Set(named.length > 0 ? named : usual),
    generated,
    data,
    beside,
    minutes: minutesOf(values.minutes),
  };
}

function minutesOf(text: string): number {
  const minutes = Number(text);
  if (minutes > 0 && minutes <= 1_440) return minutes;
  throw new Error(`--minutes: found "${text}", expected a number up to 1440.`);
}

function partOf(name: string): Part {
  const part = parts.find((known) => known === name);
  if (part === undefined) throw new Error(`part: found "${name}", expected one of ${parts.join(', ')}.`);
  return part;
}
