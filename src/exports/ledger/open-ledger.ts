import type { Readable } from 'node:stream';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { readDigest, readHead } from '#ledger/head.ts';
import { readSources } from '#ledger/read/sources.ts';
import { inUtc } from '#postgres/set-up-connection.ts';
import { beginTransaction } from '#postgres/transaction.ts';
import { ExportError } from '../export-error.ts';
import type { OpenSource, Table } from '../source/source.ts';
import { copyBatches } from './copy-batches.ts';
import type { LedgerTable } from './ledger-table.ts';
import { ledgerTables } from './ledger-tables.ts';
import { changesSql, countSql, danglingSql, selectSql } from './table-sql.ts';

// One JSON text per line: as delimiters and quotes, characters that JSON always escapes keep COPY from quoting.
const linesOfJson = `(FORMAT csv, QUOTE e'\\x01', DELIMITER e'\\x02')`;

// Not with the connection: poolers refuse or drop what comes there.
const settings = [
  inUtc,
  'SET datestyle = ISO',
  'SET statement_timeout = 0',
  'SET idle_in_transaction_session_timeout = 0',
  'SET jit = off',
].join(';');

/** Opens the ledger on a connection of its own, in one repeatable-read transaction that lasts until it is closed. */
export async function openLedger(databaseUrl: string, asKnownAt: number | null): Promise<OpenSource> {
  const client = new Client({
    connectionString: databaseUrl,
    application_name: 'concord export',
    keepAlive: true,
  });
  // Errors are reported by the running query.
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(settings);
    await beginTransaction(client, 'READ');
    const revision = await findRevision(client, asKnownAt);
    const { ledger } = await readHead(client);
    return reader(client, ledger, revision, await readSources(client, revision.number));
  } catch (error) {
    await client.end();
    throw error;
  }
}

async function findRevision(client: Client, asKnownAt: number | null) {
  const { rows } = await client.query<OpenSource['revision']>(
    `SELECT number, time, encode(digest, 'hex') AS digest FROM revision WHERE number = coalesce($1, (SELECT last FROM revision_counter))`,
    [asKnownAt],
  );
  const [found] = rows;
  if (found !== undefined) return found;
  if (asKnownAt === null)
    throw new ExportError('UNKNOWN_REVISION', 'The ledger is empty; there is nothing to export yet.');
  throw new ExportError('UNKNOWN_REVISION', `The ledger has no revision ${asKnownAt}.`);
}

function reader(
  client: Client,
  ledger: string,
  revision: OpenSource['revision'],
  origins: OpenSource['origins'],
): OpenSource {
  const rows = { at: revision.number };
  const copy = (query: string, options: string): Readable =>
    client.query(copyTo(`COPY (${query}) TO STDOUT ${options}`));
  return {
    ledger,
    revision,
    origins,
    state: null,
    count: async (table) => {
      const result = await client.query<{ count: number }>(countSql(ledgerTable(table), rows));
      return result.rows[0]?.count ?? 0;
    },
    csv: async (table) => copy(selectSql(ledgerTable(table), rows, 'csv'), '(FORMAT csv, HEADER)'),
    ndjson: async (table) =>
      copy(`SELECT row_to_json(r) FROM (${selectSql(ledgerTable(table), rows, 'json')}) r`, linesOfJson),
    batches: (table, size) => copyBatches(client, selectSql(ledgerTable(table), rows, 'binary'), table, size),
    danglingReferences: async (table) => {
      const sentences: string[] = [];
      const from = ledgerTable(table);
      for (const reference of from.references) {
        const query = danglingSql(from, ledgerTable({ name: reference.table }), reference, rows);
        const [found] = (await client.query<{ count: number; example: string }>(query)).rows;
        if (found === undefined || found.count === 0) continue;
        const columns = reference.columns.join(', ');
        sentences.push(
          `${table.name}.${columns} refers to ${found.count} missing rows of ${reference.table}, such as ${found.example}`,
        );
      }
      return sentences;
    },
    changes: async (table, since) => copy(changesSql(ledgerTable(table), since, revision.number), linesOfJson),
    had: async ({ number, digest }) => (await readDigest(client, number)) === digest,
    close: () => client.end(),
  };
}

function ledgerTable({ name }: Pick<Table, 'name'>): LedgerTable {
  const table = ledgerTables.find((known) => known.name === name);
  if (table === undefined) throw new Error(`The ledger has no table ${name} to export.`);
  return table;
}
