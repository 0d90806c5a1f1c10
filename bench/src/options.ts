import { parseArgs } from 'node:util';

/** The parts of the benchmark, in the order in which they run. */
export const parts = ['side-by-side', 'matrix', 'exports', 'snapshot', 'past', 'import', 'larger'] as const;

export type Part = (typeof parts)[number];

export interface Options {
  readonly parts: ReadonlySet<Part>;
  /** Made-up roll calls even where the real ones are there. */
  readonly generated: boolean;
}

/** Reads `--only PART` (may be repeated), `--large` and `--generated`. `larger` takes minutes and runs only when it is asked for. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string', multiple: true },
      large: { type: 'boolean' },
      generated: { type: 'boolean' },
    },
  });
  const named = values.only?.map(partOf) ?? parts.filter((part) => part !== 'larger' || values.large === true);
  return { parts: new Set(named), generated: values.generated === true };
}

function partOf(name: string): Part {
  const part = parts.find((known) => known === name);
  if (part === undefined) throw new Error(`--only: found "${name}", expected one of ${parts.join(', ')}.`);
  return part;
}
