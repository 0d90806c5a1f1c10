import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { constants, zstdCompressSync } from 'node:zlib';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Batch } from '../source/source.ts';
import type { Table } from '../source/table.ts';
import { parquetSchema } from './parquet-schema.ts';

/** Rows that are held in memory, packed and written together. */
export const rowGroupSize = 10_000;

const zstd = (bytes: Uint8Array) => zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 1 } });

/** To compare texts takes longer than to write them; and in a key no text comes twice. */
const columnSettings = ({ columns, primaryKey }: Table) =>
  columns.map(({ name, type }) => ({
    name,
    ...((type === 'string' || type === 'array') && { statistics: false }),
    ...(type === 'string' && primaryKey.length === 1 && primaryKey[0] === name && { encoding: 'PLAIN' as const }),
  }));

/** Writes batches of rows into a new Parquet file, a row group each, and to the disk; gives size and SHA-256 of the file. */
export async function writeParquet(
  table: Table,
  batches: AsyncIterable<Batch>,
  path: string,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  const settings = columnSettings(table);
  const file = await open(path, 'wx');
  try {
    const writer = new ByteWriter();
    const flush = async () => {
      const bytes = new Uint8Array(writer.buffer, 0, writer.index);
      hash.update(bytes);
      await file.writeFile(bytes);
      writer.index = 0;
    };
    const parquet = new ParquetWriter({
      writer: Object.assign(writer, { flush, finish: flush }),
      schema: parquetSchema(table),
      codec: 'ZSTD',
      compressors: { ZSTD: zstd },
      createdBy: 'concord',
    });
    for await (const { length, columns } of batches) {
      const columnData = settings.map((column, place) => ({ ...column, data: columns[place] ?? [] }));
      // One page a column: to look for places to cut takes longer than to write.
      await parquet.write({ columnData, rowGroupSize: length, pageSize: 0 });
    }
    await parquet.finish();
    await file.sync();
    return { bytes: writer.offset, sha256: hash.digest('hex') };
  } finally {
    await file.close();
  }
}
