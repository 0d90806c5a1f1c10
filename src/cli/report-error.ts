import { CommanderError } from 'commander';
import { failureOfServer } from '#postgres/database-error.ts';
import { Refusal } from '#refusal/refusal.ts';
import { CommandError } from './command-error.ts';
import { Interrupted } from './interruption.ts';

const failed = 1;
const wrongUse = 2;

/** Prints an error to stderr, without a stack unless `debug`, and returns the exit code. */
export function reportError(error: unknown, debug: boolean): number {
  // Commander has already printed the error; a request for help is not an error.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : wrongUse;
  if (error instanceof Interrupted) return error.exitCode;
  const told = failureOfServer(error) ?? error;
  const { message } = told instanceof Error ? told : new Error(String(told));
  if (told instanceof Refusal || told instanceof CommandError) console.error(message);
  else console.error(`Internal error: ${message}. Set CONCORD_DEBUG=1 for the stack trace.`);
  if (debug) console.error(error);
  return failed;
}
