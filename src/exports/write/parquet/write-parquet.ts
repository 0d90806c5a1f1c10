import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { RowGroup, SchemaElement } from 'hyparquet';
import { ByteWriter } from 'hyparquet-writer';
import { writeMetadata } from 'hyparquet-writer/src/metadata.js';
import type { ParquetCompression } from '../../format.ts';
import type { Batch, Table } from '../../source/source.ts';
import { type Codec, codecs } from './codec.ts';
import { parquetSchema } from './parquet-schema.ts';
import { writeColumn } from './write-column.ts';

/** Rows that are buffered, compressed and written together. */
export const rowGroupSize = 30_000;

// `PAR1`, at the start and end of a file.
const magic = 0x31524150;

/**
 * Writes batches of rows into a new Parquet file, a row group each; gives size and SHA-256 of the file. A table without rows has one row group
 * without rows, as Arrow's own writer makes it: readers refuse a footer with an empty list of row groups, whose elements hyparquet-writer
 * cannot give a type.
 */
export async function writeParquet(
  table: Table,
  batches: AsyncIterable<Batch>,
  path: string,
  compression: ParquetCompression,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  const schema = parquetSchema(table);
  const codec = codecs[compression];
  const file = await open(path, 'wx');
  try {
    const writer = new ByteWriter();
    const flush = async () => {
      const bytes = writer.getBytes();
      hash.update(bytes);
      await file.writeFile(bytes);
      writer.index = 0;
    };
    writer.appendUint32(magic);
    const row_groups: RowGroup[] = [];
    let rows = 0;
    for await (const batch of batches) {
      row_groups.push(writeRowGroup(writer, codec, schema.slice(1), batch));
      rows += batch.length;
      await flush();
    }
    if (row_groups.length === 0) row_groups.push(writeRowGroup(writer, codec, schema.slice(1), noRows(table)));
    const counts = { num_rows: BigInt(rows), row_groups, metadata_length: 0 };
    writeMetadata(writer, { version: 2, created_by: 'concord', schema, ...counts });
    writer.appendUint32(magic);
    await flush();
    return { bytes: writer.offset, sha256: hash.digest('hex') };
  } finally {
    await file.close();
  }
}

function writeRowGroup(
  writer: ByteWriter,
  codec: Codec,
  elements: readonly SchemaElement[],
  { columns, length }: Batch,
): RowGroup {
  const start = writer.offset;
  let unpacked = 0;
  const chunks: RowGroup['columns'] = [];
  for (const [place, element] of elements.entries()) {
    const values = columns[place];
    if (values === undefined) throw new Error(`The batch has no column ${element.name}.`);
    const written = writeColumn(writer, codec, element, values, length);
    chunks.push(written.chunk);
    unpacked += written.unpacked;
  }
  return {
    columns: chunks,
    total_byte_size: BigInt(unpacked),
    num_rows: BigInt(length),
    total_compressed_size: BigInt(writer.offset - start),
  };
}

/** A batch of a table that has no rows. */
const noRows = ({ columns }: Table): Batch => ({
  length: 0,
  columns: columns.map(() => ({ kind: 'number', numbers: new Int32Array(), present: new Uint8Array() })),
});
