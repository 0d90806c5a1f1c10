import { join } from 'node:path';
import { type Format, fileName, usualParquetCompression } from '../format.ts';
import type { Batch, OpenSource, Table } from '../source/source.ts';
import { rowGroupSize, writeParquet } from '../write/parquet/write-parquet.ts';
import { writeStream } from '../write/write-stream.ts';
import type { WrittenFile } from '../write/written-file.ts';
import type { ExportTask } from './export-task.ts';

const newline = 0x0a;

/** Writes a table in one format into a folder. `rows` is their number, used only for the progress. */
export async function writeTable(
  { compression, parquetCompression = usualParquetCompression, report, signal }: ExportTask,
  source: OpenSource,
  table: Table,
  { format, rows, folder }: { readonly format: Format; readonly rows: number; readonly folder: string },
): Promise<WrittenFile> {
  signal.throwIfAborted();
  const packing = format === 'parquet' ? null : compression;
  const path = fileName(table.name, format, packing);
  const step = `Writing ${path}`;
  const seen = (count: number) => report({ step, rows: count, done: Math.min(count / rows, 0.999) });
  const write = async () => {
    if (format === 'parquet') {
      const batches = counted(source.batches(table, rowGroupSize), seen, signal);
      return writeParquet(table, batches, join(folder, path), parquetCompression);
    }
    const onPiece = lineCounter(seen);
    return writeStream(await source[format](table), join(folder, path), { compression: packing, signal, onPiece });
  };
  report({ step, rows: 0, done: 0 });
  const written = await write();
  report({ step, rows, done: 1 });
  return { path, format, compression: packing, ...written };
}

async function* counted(batches: AsyncIterable<Batch>, seen: (count: number) => void, signal: AbortSignal) {
  let count = 0;
  for await (const batch of batches) {
    signal.throwIfAborted();
    yield batch;
    count += batch.length;
    seen(count);
  }
}

/** Reports the number of lines so far after every chunk. */
function lineCounter(seen: (count: number) => void): (piece: Buffer) => void {
  let count = 0;
  return (piece) => {
    for (let at = piece.indexOf(newline); at !== -1; at = piece.indexOf(newline, at + 1)) count += 1;
    seen(count);
  };
}
