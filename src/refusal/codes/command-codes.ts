import type { ApiCode } from './api-codes.ts';
import type { Explained } from './explained.ts';

/** Every code of an error that only the command line shows; docs/errors.md is printed from this. */
export const commandCodes = {
  INVALID_CONFIG: [
    'An environment variable is invalid.',
    'The message names each invalid variable; `concord help` lists all.',
  ],
  DATABASE_UNREACHABLE: ['No database responds at DATABASE_URL.', 'Start the database, or correct the address.'],
  DATABASE_REFUSED: [
    'The database refuses the connection.',
    'Correct the user, password or database name in DATABASE_URL.',
  ],
  DATABASE_TOO_OLD: ['The database server is older than PostgreSQL 15.', 'Use a newer server.'],
  DATABASE_POOLED: [
    'A connection pooler assigns each transaction to a different database session.',
    'Set the pooler to session mode, or set DATABASE_URL to the server itself.',
  ],
  LOCK_NOT_FREE: [
    'Another process has held a required lock for longer than CONCORD_LOCK_TIMEOUT_MS.',
    'Wait for the process named in the message, or stop it.',
  ],
  DATABASE_LOST: [
    'The connection to the database was lost; the transaction was rolled back.',
    'Run the command again.',
  ],
  MIGRATIONS_PENDING: ['The database has pending migrations.', 'Run `npm run concord -- migrate`.'],
  MIGRATION_FAILED: ['A migration failed and was rolled back.', 'Fix what the message names, then migrate again.'],
  HISTORY_DIVERGES: [
    'The database has migrations that this version of Concord does not know and cannot go on with.',
    'Use the version of Concord that applied them.',
  ],
  SERVERS_RUNNING: [
    'A migration would break servers of the version before, and some are running; nothing was changed.',
    'Stop them, or migrate with `--while-servers-run`.',
  ],
  NO_BINARIES: ['There is no embedded PostgreSQL for this platform.', 'Set DATABASE_URL to your own server.'],
  NO_USER_TO_RUN_AS: ['PostgreSQL cannot run as root, and no other user exists.', 'Start Concord as a normal user.'],
  DATA_UNUSABLE: ['The data directory cannot be used.', 'The message says why and what to do.'],
  DATA_OF_ANOTHER_VERSION: [
    'The data directory belongs to another PostgreSQL version.',
    'Use that version, or another directory.',
  ],
  NO_SPACE: ['The disk of the data directory is full.', 'Free disk space, or set CONCORD_DATA_DIR to another disk.'],
  INIT_FAILED: ['The data directory could not be created.', 'See the message for the reason.'],
  START_FAILED: ['The embedded PostgreSQL did not start.', 'See the message for the reason and the log file.'],
  REFUSED: ['The embedded PostgreSQL refuses the connection.', 'See the message for the reason.'],
  ROWS_LOST: [
    'Rows to be written refer to rows that no longer exist; nothing was changed.',
    'Retry; report it if it happens again.',
  ],
  STILL_NAMED: [
    'A record cannot be retired because records of another source refer to it; nothing was changed.',
    'Retire those records first.',
  ],
  RETIRES_TOO_MUCH: [
    'An import would retire more than 20 records and 5 % of a table of its source; nothing was changed.',
    'Complete the files, or permit it with `--retire-up-to`; the message states the number.',
  ],
  BAD_KEY_NAME: ['The name of an API key is invalid.', 'The message says which names are allowed.'],
  KEY_NAME_TAKEN: ['An API key or an import already has this name.', 'Choose another, or revoke the key first.'],
  UNKNOWN_KEY: ['There is no API key with this name.', '`concord key list` lists them.'],
  NO_KEY_SECRET: [
    'The secret for hashing API keys is not set.',
    'Set CONCORD_KEY_SECRET to the same value on every server.',
  ],
  BAD_EXPIRY: ['The expiry date of an API key is invalid.', 'Give a future date, YYYY-MM-DD.'],
  FOLDER_TAKEN: ['The backup directory already exists.', 'Choose a new directory.'],
  UNWRITABLE: ['A directory is not writable.', 'See the message for its name and the reason.'],
  NO_BACKUP: ['The directory does not contain a backup.', 'Use a directory written by `concord export --ledger`.'],
  NEWER_FORMAT: ['The backup was written by a newer version of Concord.', 'Restore it with that version.'],
  OLDER_FORMAT: [
    'The backup was written by an older version of Concord.',
    'Restore it with that version, then migrate.',
  ],
  LEDGER_TOUCHED: [
    'Records in the ledger were altered after they were committed.',
    'Find out who changed them; restore a backup that verifies.',
  ],
  DAMAGED: ['The backup is damaged.', 'The message names the file; use another copy.'],
  OTHER_MIGRATIONS: [
    'The backup and the database have different migrations.',
    'Restore it with the version of Concord that wrote it, then migrate.',
  ],
  NOT_EMPTY: ['The database to restore into already has a ledger.', 'Use an empty database.'],
  EXPORT_EXISTS: ['An export with this name already exists.', 'Choose another name, or remove it first.'],
  EXPORT_RUNNING: ['Another run of this export is in progress.', 'Wait until it has finished.'],
  INVALID_EXPORT: ['The definition of an export is invalid.', 'The message says what was found and what was expected.'],
  UNKNOWN_DESTINATION: ['There is no destination with this name.', 'CONCORD_EXPORT_DESTINATIONS defines them.'],
  UNKNOWN_EXPORT: ['There is no export with this name.', '`concord exports list` lists them.'],
  UNKNOWN_REVISION: ['The ledger does not have this revision.', 'Use a number from 1 to the newest revision.'],
  DESTINATION_REFUSED: [
    'Writing to a destination failed; published versions are unchanged.',
    'See the message for the reason.',
  ],
  EXPORT_DAMAGED: [
    'The written files differ from what was read from the ledger; nothing was published.',
    'Run it again; report it if it happens again.',
  ],
  WORKER_STOPPED: ['The worker was stopped during a run.', 'Another worker will continue it.'],
  STORED_QUERY_EXISTS: [
    'A stored query with this name already exists.',
    'Amend it, or choose another name; shipped queries cannot be changed.',
  ],
  STORED_QUERY_CHANGED: [
    'The stored query has changed since it was read; nothing was done.',
    'Read it again and retry.',
  ],
  STORED_QUERY_FAILED: ['A stored query returned an error.', 'The message contains it; amend the query.'],
  UNREADABLE: ['A file cannot be read.', 'See the message for its name and the reason.'],
  NO_FILES: ['There are no files to read at the given paths.', 'Give files, or directories that contain some.'],
} as const satisfies Record<string, Explained>;

/** Codes that an error of the ledger may have: those that only the command line shows, and those that clients see. */
export type RefusalCode = keyof typeof commandCodes | ApiCode;
