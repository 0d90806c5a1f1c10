import { userInfo } from 'node:os';
import type { Command } from 'commander';

/** What a writing command says of its revision. */
export interface AuthorshipOptions {
  readonly author?: string;
  readonly message?: string;
}

export const addAuthorship = (command: Command): Command =>
  command
    .option('--author <name>', 'who makes the revision; default: the user of this machine')
    .option('--message <text>', 'why it is made');

/** Who makes the revision. A user without a name in the system is known by number. */
export function authorOf({ author }: AuthorshipOptions): string {
  if (author !== undefined) return author;
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? 'unknown'}`;
  }
}
