import type { CrosswalkFile } from './format.ts';

type Names = CrosswalkFile['names'];

/** Countries as the files write them. Their numbers stand for name and code in staged rows. */
export interface CountryIndex {
  /** The number of a name and code; null when the crosswalk does not have them. */
  numberOf(name: string, code: string): number | null;
  /** What was meant by a name that stands with a code which the crosswalk does not have. */
  expectedFor(name: string): string;
}

export function indexCountries(names: Names): CountryIndex {
  const numbers = new Map<string, number>();
  for (const { name, code } of names) {
    const key = together(name, code);
    if (!numbers.has(key)) numbers.set(key, numbers.size);
  }
  return {
    numberOf: (name, code) => numbers.get(together(name, code)) ?? null,
    expectedFor: (name) => {
      const code = names.find((entry) => entry.name === name)?.code;
      if (code === undefined) return 'a country of the crosswalk';
      return code === '' ? `no code for ${name}` : `the code ${code} for ${name}`;
    },
  };
}

const together = (name: string, code: string) => `${name}\n${code}`;
