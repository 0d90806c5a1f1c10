import type { Refusal } from '#refusal/refusal.ts';

/** What one check of `concord doctor` came to. */
export interface Finding {
  /** What was checked, in a word or two; the same in every run. */
  readonly check: string;
  /** A warning keeps nothing from working today; a problem does. */
  readonly level: 'ok' | 'warning' | 'problem';
  /** What was found: one sentence. */
  readonly found: string;
  /** What to do about it; null when there is nothing to do. */
  readonly todo: string | null;
}

export const ok = (check: string, found: string): Finding => ({ check, level: 'ok', found, todo: null });

export const warning = (check: string, found: string, todo: string): Finding => ({
  check,
  level: 'warning',
  found,
  todo,
});

export const problem = (check: string, found: string, todo: string): Finding => ({
  check,
  level: 'problem',
  found,
  todo,
});

/** The problem that an error of ours tells of: its first sentence says what is wrong, the others the way out. */
export function refused(check: string, { message }: Refusal): Finding {
  const end = message.search(/(?<=\.) /);
  if (end < 0) return { check, level: 'problem', found: message, todo: null };
  return problem(check, message.slice(0, end), message.slice(end + 1));
}
