import { readFile } from 'node:fs/promises';
import { zstdDecompressSync } from 'node:zlib';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { DataType, tableFromIPC } from 'apache-arrow';
import { parquetReadObjects } from 'hyparquet';
import { readParquet } from 'parquet-wasm';
import type { ColumnType } from '#exports/source/source.ts';

/** A value as every reader gives it here: a day as YYYY-MM-DD, a moment as microseconds since 1970 in UTC. */
export type Value = string | number | boolean | null;
type Column = { readonly name: string; readonly type: ColumnType };
type Reader = (path: string, columns: readonly Column[]) => Promise<readonly (readonly Value[])[]>;

const millisecondsPerDay = 86_400_000;
const day = (days: number) => new Date(days * millisecondsPerDay).toISOString().slice(0, 10);

let opened: Promise<DuckDBConnection> | undefined;

/** One for all files: opening it takes longer than reading them. */
const openDuckDb = () => {
  opened ??= (async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    // Without what it has read before: tests write one file after the other at the same path.
    await connection.run(`SET TimeZone = 'Asia/Tokyo'; SET enable_external_file_cache = false`);
    return connection;
  })();
  return opened;
};

/** The readers of Parquet files that others use, each on a code of its own. */
export const parquetReaders: Readonly<Record<string, Reader>> = {
  async hyparquet(path, columns) {
    const bytes = await readFile(path);
    const rows = await parquetReadObjects({
      file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
      compressors: { ZSTD: (packed) => zstdDecompressSync(packed) },
      parsers: { timestampFromMicroseconds: (moment: bigint) => String(moment), dateFromDays: day } as never, // of those that it has, two
    });
    return rows.map((row) => columns.map(({ name }) => row[name] as Value));
  },

  // In a zone of its own: what is a moment there is one everywhere.
  async duckdb(path, columns) {
    const connection = await openDuckDb();
    const read = columns.map(({ name, type }) => {
      if (type === 'datetime') return `epoch_us("${name}"::TIMESTAMPTZ)::VARCHAR AS "${name}"`;
      return type === 'date' ? `"${name}"::VARCHAR AS "${name}"` : `"${name}"`;
    });
    const rows = (await connection.runAndReadAll(`SELECT ${read} FROM '${path}'`)).getRows();
    return rows as Value[][]; // of such columns
  },

  async 'arrow-rs'(path, columns) {
    const table = tableFromIPC(readParquet(await readFile(path)).intoIPCStream());
    const vectors = columns.map(({ name }) => {
      const vector = table.getChild(name);
      if (vector === null) throw new Error(`${path} has no column ${name}`);
      return vector;
    });
    return Array.from({ length: table.numRows }, (_, row) =>
      vectors.map((vector) => {
        const value = vector.get(row);
        if (value === null) return null;
        if (DataType.isDate(vector.type)) return day(value / millisecondsPerDay);
        if (!DataType.isTimestamp(vector.type)) return value;
        // A moment without a zone is one of no place.
        if (vector.type.timezone !== 'UTC') throw new Error(`found the zone ${vector.type.timezone}`);
        return String(Math.round(value * 1_000));
      }),
    );
  },
};
