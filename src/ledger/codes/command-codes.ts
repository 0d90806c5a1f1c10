import type { ApiCode } from './api-codes.ts';
import type { Explained } from './explained.ts';

/** Every code of an error that only the command line shows; docs/errors.md is printed from this. */
export const commandCodes = {
  INVALID_CONFIG: ['An environment variable is wrong.', 'The message names each; `concord help` lists them.'],
  DATABASE_UNREACHABLE: ['Nothing answers at DATABASE_URL.', 'Start the database, or correct the address.'],
  DATABASE_REFUSED: ['The database refuses the connection.', 'Correct user, password or database in DATABASE_URL.'],
  DATABASE_TOO_OLD: ['The database is older than PostgreSQL 15.', 'Use a newer server.'],
  MIGRATIONS_PENDING: ['The database lacks migrations.', 'Run `npm run concord -- migrate`.'],
  MIGRATION_FAILED: [
    'A migration could not be applied; nothing of it stays.',
    'Mend what the message names; migrate again.',
  ],
  HISTORY_DIVERGES: [
    'The database has migrations that this Concord does not know.',
    'Use the Concord that it was made with.',
  ],
  NO_BINARIES: ['There is no embedded PostgreSQL for this platform.', 'Set DATABASE_URL to a server of your own.'],
  NO_USER_TO_RUN_AS: [
    'PostgreSQL does not run as root, and there is no other user.',
    'Start Concord as a normal user.',
  ],
  DATA_UNUSABLE: ['The data folder cannot be used.', 'The message says why and what to do.'],
  DATA_OF_ANOTHER_VERSION: [
    'The data folder is of another PostgreSQL version.',
    'Use that version, or another folder.',
  ],
  INIT_FAILED: ['The data folder could not be made.', 'The message has the reason.'],
  START_FAILED: ['The embedded PostgreSQL did not start.', 'The message has the reason and names its log.'],
  REFUSED: ['The embedded PostgreSQL refuses the connection.', 'The message has the reason.'],
  TOO_MANY_WRITERS: ['Other writers came first every time; nothing was changed.', 'Try again later.'],
  ROWS_LOST: [
    'Rows to be written name others that are gone; nothing was changed.',
    'Try again; report it if it stays.',
  ],
  STILL_NAMED: [
    'Something cannot be retired because another source still names it; nothing was changed.',
    'Retire what names it first.',
  ],
  UNREADABLE: ['A file cannot be read.', 'The message names it and why.'],
  NO_FILES: ['There is nothing to read in the named places.', 'Name files or folders that have some.'],
} as const satisfies Record<string, Explained>;

/** Codes that an error of the ledger may have: those that only the command line shows, and those that clients see. */
export type LedgerErrorCode = keyof typeof commandCodes | ApiCode;
