import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Database } from '#postgres/open-database.ts';
import { nowLeadsToLedger } from '#postgres/set-up-connection.ts';
import { withTransaction } from '#postgres/transaction.ts';
import { touchedSentence } from '../verify/touched.ts';
import { recompute } from '../verify/verify-ledger.ts';
import { type BackedUpTable, BackupError, type Manifest, type ReportBackup, reportNothing } from './backup.ts';
import { backupTables, columnList, columnsOf, countRows, migrationsOf, passing } from './backup-tables.ts';
import { readBackup } from './read-backup.ts';

/**
 * Fills an empty ledger with a backup: every row with its id, every revision with its number and digest, which are computed anew and compared. All of it or, whatever happens, nothing.
 * @throws BackupError which says what of the backup or the database does not fit
 */
export async function restoreBackup(
  { pool }: Pick<Database, 'pool'>,
  folder: string,
  report: ReportBackup = reportNothing,
): Promise<Manifest> {
  const manifest = await readBackup(folder, report);
  return withTransaction(pool, 'WRITE', async (client) => {
    await refuseOtherMigrations(client, manifest);
    await refuseFilled(client);
    await withoutRulesOfTheNewest(client, async () => {
      for (const table of manifest.tables) await readTable(client, table, folder, report);
    });
    await client.query('UPDATE revision_counter SET last = $1, ledger = $2', [manifest.revision, manifest.ledger]);
    nowLeadsToLedger(client, manifest.ledger);
    await refuseGaps(client, manifest);
    await refuseTouched(client, manifest, report);
    for (const name of backupTables) await continueIds(client, name);
    return manifest;
  });
}

async function refuseOtherMigrations(client: ClientBase, { migrations }: Manifest): Promise<void> {
  const there = await migrationsOf(client);
  if (there.join() === migrations.join()) return;
  const only = (these: readonly string[], those: readonly string[]) =>
    these.filter((name) => !those.includes(name)).join(', ') || 'none';
  throw new BackupError(
    'OTHER_MIGRATIONS',
    `The backup and this database have different migrations: only in the backup ${only(migrations, there)}; only in the database ${only(there, migrations)}. ` +
      'Restore it with the version of Concord that wrote it, then migrate.',
  );
}

/** Waits for whoever is writing; from here on until the end nobody else can. */
async function refuseFilled(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ last: number }>('SELECT last FROM revision_counter FOR UPDATE');
  const last = rows[0]?.last ?? 0;
  if (last !== 0) throw new BackupError('NOT_EMPTY', `The ledger is not empty: found revision ${last}, expected none.`);
  for (const name of backupTables) {
    const { rowCount } = await client.query(`SELECT FROM ${name} LIMIT 1`);
    if (rowCount !== 0) throw new BackupError('NOT_EMPTY', `The ledger is not empty: the table ${name} has rows.`);
  }
}

async function readTable(
  client: ClientBase,
  { name, file, columns, rows, bytes }: BackedUpTable,
  folder: string,
  report: ReportBackup,
): Promise<void> {
  const path = join(folder, file);
  const expected = await columnsOf(client, name);
  if (columns.join() !== expected.join())
    throw new BackupError(
      'DAMAGED',
      `${path}: found the columns ${columns.join(', ')}, expected ${expected.join(', ')}.`,
    );
  const step = `Restoring ${name}`;
  const copy = client.query(copyFrom(`COPY ${name} (${columnList(columns)}) FROM STDIN (FORMAT csv, HEADER match)`));
  let read = 0;
  const shown = passing((piece) => {
    read += piece.length;
    // Not all: the last rows are still on their way.
    report({ step, rows: null, done: Math.min(read / bytes, 0.99) });
  });
  await pipeline(createReadStream(path), shown, createGunzip(), copy);
  const count = await countRows(client, name);
  if (count !== rows) throw new BackupError('DAMAGED', `${path}: found ${count} rows, expected ${rows}.`);
  report({ step, rows, done: 1 });
}

async function refuseGaps(client: ClientBase, { revision }: Manifest): Promise<void> {
  const { rows } = await client.query<{ count: number; last: number }>(
    'SELECT count(*)::int, coalesce(max(number), 0) AS last FROM revision',
  );
  const found = rows[0];
  if (found?.count === revision && found.last === revision) return;
  throw new BackupError(
    'DAMAGED',
    `Found ${found?.count} revisions up to ${found?.last}, expected all from 1 to ${revision}.`,
  );
}

/** The rows are those that the revisions were committed with: files whose checksums were made anew do not tell. */
async function refuseTouched(client: ClientBase, manifest: Manifest, report: ReportBackup): Promise<void> {
  const { head, touched } = await recompute(client, (number) =>
    report({ step: 'Verifying', rows: null, done: number / manifest.revision }),
  );
  if (touched !== null) throw new BackupError('DAMAGED', `${touchedSentence(touched)} Nothing was changed.`);
  if (head.digest === manifest.digest) return;
  throw new BackupError(
    'DAMAGED',
    `Found digest ${head.digest} of revision ${head.revision}, expected ${manifest.digest} from the manifest. Nothing was changed.`,
  );
}

/** The next row gets an id that no row has. */
async function continueIds(client: ClientBase, name: string): Promise<void> {
  const { rows } = await client.query<{ sequence: string | null }>(
    `SELECT pg_get_serial_sequence($1, attname) AS sequence FROM pg_attribute WHERE attrelid = $1::regclass AND attname = 'id'`,
    [name],
  );
  const sequence = rows[0]?.sequence;
  if (sequence == null) return;
  await client.query(`SELECT setval($1, max(id)) FROM ${name} HAVING max(id) IS NOT NULL`, [sequence]);
}

// The rules that let a row be added in the newest revision alone. All others hold for a row of the past too, and stay.
const rules = ['revision_take_number', 'ledger_add_now', 'amendment_add_now'];

/**
 * Runs `work`, in the client's open transaction, while rows of any revision can be added. Only the owner of the tables can do that; no setting
 * exists by which somebody else could, and nobody else writes meanwhile, for the tables are locked against it.
 */
export async function withoutRulesOfTheNewest(client: ClientBase, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ table: string; trigger: string }>(
    `SELECT tgrelid::regclass::text AS table, quote_ident(tgname) AS trigger FROM pg_trigger
     WHERE tgfoid::regproc::text = ANY($1) AND NOT tgisinternal`,
    [rules],
  );
  const each = (verb: 'DISABLE' | 'ENABLE') =>
    rows.map(({ table, trigger }) => `ALTER TABLE ${table} ${verb} TRIGGER ${trigger}`).join('; ');
  await client.query(each('DISABLE'));
  await work();
  await client.query(each('ENABLE'));
}
