import { CommanderError } from 'commander';
import { ConfigError } from '#config/config-error.ts';
import { IngestError } from '#ingest/ingest-error.ts';
import { failureOfServer } from '#ledger/failure-of-server.ts';
import { LedgerError } from '#ledger/ledger-error.ts';
import { CommandError } from './command-error.ts';
import { Interrupted } from './interruption.ts';

const failed = 1;
const wrongUse = 2;
const expected = [ConfigError, CommandError, IngestError, LedgerError];

/** Says on stderr what went wrong, without a stack unless `debug`, and answers the exit code. */
export function reportError(error: unknown, debug: boolean): number {
  // Commander has said already what is wrong; asking for help is not.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : wrongUse;
  if (error instanceof Interrupted) return error.exitCode;
  const told = failureOfServer(error) ?? error;
  const { message } = told instanceof Error ? told : new Error(String(told));
  if (expected.some((type) => told instanceof type)) console.error(message);
  else console.error(`Concord failed in a way it does not know: ${message}. CONCORD_DEBUG=1 shows where.`);
  if (debug) console.error(error);
  return failed;
}
