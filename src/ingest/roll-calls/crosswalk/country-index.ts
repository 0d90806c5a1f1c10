import type { CrosswalkFile } from './format.ts';

type Names = CrosswalkFile['names'];

/** Countries as written in the files. Staged rows contain their index instead of name and code. */
export interface CountryIndex {
  /** The index of a name and code; null if the crosswalk does not contain them. */
  numberOf(name: string, code: string): number | null;
  /** What was expected for a name with a code that the crosswalk does not contain. */
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
