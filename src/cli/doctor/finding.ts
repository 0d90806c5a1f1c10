import type { Refusal } from '#refusal/refusal.ts';

/** The result of one check of `concord doctor`. */
export interface Finding {
  /** Name of the check, one or two words; the same in every run. */
  readonly check: string;
  /** A problem prevents something from working; a warning does not. */
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

/** The finding for one of our errors: its first sentence is the problem, the others the solution. */
export function refused(check: string, { message }: Refusal): Finding {
  const end = message.search(/(?<=\.) /);
  if (end < 0) return { check, level: 'problem', found: message, todo: null };
  return problem(check, message.slice(0, end), message.slice(end + 1));
}
