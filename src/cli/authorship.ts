import { userInfo } from 'node:os';
import type { Command } from 'commander';

/** Author and message of a command's revision. */
export interface AuthorshipOptions {
  readonly author?: string;
  readonly message?: string;
}

export const addAuthorship = (command: Command): Command =>
  command
    .option('--author <name>', 'author of the revision; default: the current user')
    .option('--message <text>', 'reason for the revision');

/** The author of the revision. A system user without a name is identified by number. */
export function authorOf({ author }: AuthorshipOptions): string {
  if (author !== undefined) return author;
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? 'unknown'}`;
  }
}
