import type { Problem } from '#ledger/write/proposal.ts';

/** Plain input with the space around its texts taken away; `problems` names those that the ledger cannot keep. */
export function plainText<Input>(input: Input): { readonly input: Input; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const tidied = (value: unknown, at: string): unknown => {
    if (typeof value === 'string') {
      if (value.includes('\0') || !value.isWellFormed()) {
        problems.push({
          at,
          found: JSON.stringify(value).slice(0, 60),
          expected: 'text without NUL and lone surrogates',
        });
      }
      return value.trim();
    }
    if (Array.isArray(value)) return value.map((item, place) => tidied(item, `${at}[${place}]`));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([field, item]) => [field, tidied(item, `${at}.${field}`)]));
  };
  return { input: tidied(input, 'input') as Input, problems }; // of the same shape
}
