import type { Command } from 'commander';

/**
 * Refuses an argument whose bytes are not UTF-8: Node gives U+FFFD in their place, and an author or a reason would be kept so for ever.
 * @throws CommanderError, as for every wrong use
 */
export function requireText(program: Command, given: readonly string[]): void {
  const index = given.findIndex((argument) => argument.includes('\uFFFD'));
  if (index === -1) return;
  program.error(
    `error: argument ${index + 1}: found bytes that are not UTF-8, or U+FFFD, which stands for such, in ${JSON.stringify(given[index])}; expected UTF-8 text`,
  );
}
