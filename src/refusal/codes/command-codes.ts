import type { ApiCode } from './api-codes.ts';
import type { Explained } from './explained.ts';

/** Every code of an error that only the command line shows; docs/errors.md is printed from this. */
export const commandCodes = {
  INVALID_CONFIG: ['An environment variable is wrong.', 'The message names each; `concord help` lists them.'],
  DATABASE_UNREACHABLE: ['Nothing answers at DATABASE_URL.', 'Start the database, or correct the address.'],
  DATABASE_REFUSED: ['The database refuses the connection.', 'Correct user, password or database in DATABASE_URL.'],
  DATABASE_TOO_OLD: ['The database is older than PostgreSQL 15.', 'Use a newer server.'],
  DATABASE_POOLED: [
    'A pooler gives each transaction another session of the database.',
    'Let it keep one session for each connection, or name the server itself in DATABASE_URL.',
  ],
  LOCK_NOT_FREE: [
    'Another process holds what this one has to wait for, for longer than CONCORD_LOCK_TIMEOUT_MS.',
    'Wait until it has ended, or end it; the message names it.',
  ],
  DATABASE_LOST: ['The connection to the database broke; what was begun is undone.', 'Run the command again.'],
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
  NO_SPACE: ['The disk of the data folder is full.', 'Make room, or set CONCORD_DATA_DIR to another disk.'],
  INIT_FAILED: ['The data folder could not be made.', 'The message has the reason.'],
  START_FAILED: ['The embedded PostgreSQL did not start.', 'The message has the reason and names its log.'],
  REFUSED: ['The embedded PostgreSQL refuses the connection.', 'The message has the reason.'],
  ROWS_LOST: [
    'Rows to be written name others that are gone; nothing was changed.',
    'Try again; report it if it stays.',
  ],
  STILL_NAMED: [
    'Something cannot be retired because another source still names it; nothing was changed.',
    'Retire what names it first.',
  ],
  BAD_KEY_NAME: ['An API key cannot have this name.', 'The message says what a name may be.'],
  KEY_NAME_TAKEN: ['An API key or an import has this name.', 'Choose another, or revoke the key first.'],
  UNKNOWN_KEY: ['There is no API key of this name.', '`concord key list` names them.'],
  NO_KEY_SECRET: ['There is no secret to hash API keys with.', 'Set CONCORD_KEY_SECRET, the same on every server.'],
  BAD_EXPIRY: ['An API key cannot expire on this day.', 'Give a day to come, YYYY-MM-DD.'],
  FOLDER_TAKEN: ['The folder of a backup is there already.', 'Name a new one.'],
  UNWRITABLE: ['A folder cannot be written to.', 'The message names it and why.'],
  NO_BACKUP: ['The folder holds no backup.', 'Name one that `concord export --ledger` wrote.'],
  NEWER_FORMAT: ['A newer Concord wrote the backup.', 'Restore it with that.'],
  OLDER_FORMAT: ['An older Concord wrote the backup.', 'Restore it with that, then migrate.'],
  LEDGER_TOUCHED: [
    'Something in the ledger is not as it was committed.',
    'Find out who changed it; restore a backup that verifies.',
  ],
  DAMAGED: ['The backup is not as it was written.', 'The message names the file; use another copy.'],
  OTHER_MIGRATIONS: [
    'The backup is of other migrations than the database.',
    'Restore with the Concord that wrote it, then migrate.',
  ],
  NOT_EMPTY: ['The database to restore into has a ledger.', 'Use an empty one.'],
  EXPORT_EXISTS: ['There is an export of this name.', 'Choose another name, or remove it first.'],
  EXPORT_RUNNING: ['Another run writes this export now.', 'Wait until it ends.'],
  INVALID_EXPORT: ['An export is defined wrongly.', 'The message says what was found and expected.'],
  UNKNOWN_DESTINATION: ['No destination has this name.', 'CONCORD_EXPORT_DESTINATIONS names them.'],
  UNKNOWN_EXPORT: ['There is no export of this name.', '`concord exports list` names them.'],
  UNKNOWN_REVISION: ['The ledger has no such revision.', 'Ask for one from 1 to the newest.'],
  DESTINATION_REFUSED: [
    'A destination could not be written to; what was published stays.',
    'The message has the reason.',
  ],
  EXPORT_DAMAGED: [
    'What was written is not what was read; nothing was published.',
    'Run it again; report it if it stays.',
  ],
  WORKER_STOPPED: ['The worker was stopped in the middle of a run.', 'Another worker takes it up.'],
  STORED_QUERY_EXISTS: ['A stored query has this name.', 'Amend it, or choose another name; shipped ones stay.'],
  STORED_QUERY_CHANGED: ['The stored query was changed since; nothing was done.', 'Read it again.'],
  STORED_QUERY_FAILED: ['A stored query was answered with an error.', 'The message has it; amend the query.'],
  UNREADABLE: ['A file cannot be read.', 'The message names it and why.'],
  NO_FILES: ['There is nothing to read in the named places.', 'Name files or folders that have some.'],
} as const satisfies Record<string, Explained>;

/** Codes that an error of the ledger may have: those that only the command line shows, and those that clients see. */
export type RefusalCode = keyof typeof commandCodes | ApiCode;
