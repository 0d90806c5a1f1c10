import { userInfo } from 'node:os';
import type { Command } from 'commander';

/** What a writing command says of its revision. */
export interface AuthorshipOptions {
  readonly author?: string;
  readonly message?: string;
}

export const addAuthorship = (command: Command): Command =>
  command
    .option('--author <name>', 'author of the revision; default: the current user')
    .option('--message <text>', 'reason for the revision');

/** Who makes the revision. A user without a name in the system is known by number. */
export function authorOf({ author }: AuthorshipOptions): string {
  if (author !== undefined) return author;
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? 'unknown'}`;
  }
}
