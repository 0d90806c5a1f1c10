import type { $ZodIssue } from 'zod/v4/core';
import { closeMatches } from '#ledger/rules/close-matches.ts';
import type { Problem } from '#ledger/write/proposal.ts';
import type { Path, SourceFile } from './source-file.ts';

/** The value at a path in plain data. */
function at(content: unknown, path: Path): unknown {
  let value = content;
  for (const step of path) value = (value as Record<string | number, unknown> | null | undefined)?.[step];
  return value;
}

const shown = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
};

/** The allowed values close to what was written; all of them if none is. */
const oneOf = (written: unknown, values: readonly string[]): string => {
  const close = closeMatches(
    String(written),
    values.map((key) => ({ key, names: [] })),
    1,
  );
  return close.length > 0 ? `${close[0]}` : `one of ${values.join(', ')}`;
};

/** The problems in a file's format: location, what was found, what was expected. */
export function formatProblems(
  file: SourceFile,
  issues: readonly $ZodIssue[],
  keysAt: (path: Path) => string[],
): Problem[] {
  return issues.flatMap((issue): Problem[] => {
    const path = issue.path as Path; // zod uses symbols only for symbol keys, which YAML does not have
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        at: file.locateKey(path, key),
        found: `unknown key "${key}"`,
        expected: oneOf(key, keysAt(path)),
      }));
    }
    const found = at(file.content, path);
    const expected = issue.code === 'invalid_value' ? oneOf(found, issue.values.map(String)) : issue.message;
    const field = path.at(-1);
    return [
      {
        at: file.locate(path),
        found: typeof field === 'string' ? `${field}: ${shown(found)}` : shown(found),
        expected,
      },
    ];
  });
}
