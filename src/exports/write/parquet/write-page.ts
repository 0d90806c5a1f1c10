import type { Encoding } from 'hyparquet';
import type { ByteWriter } from 'hyparquet-writer';
import { writePageHeader } from 'hyparquet-writer/src/datapage.js';
import type { Codec } from './codec.ts';

/** Writes a dictionary of so many texts; returns its uncompressed size, including the header. */
export function writeDictionaryPage(writer: ByteWriter, { pack }: Codec, plain: Uint8Array, size: number): number {
  const packed = pack(plain);
  const start = writer.offset;
  writePageHeader(writer, {
    type: 'DICTIONARY_PAGE',
    uncompressed_page_size: plain.length,
    compressed_page_size: packed.length,
    dictionary_page_header: { num_values: size, encoding: 'PLAIN' },
  });
  const header = writer.offset - start;
  writer.appendBytes(packed);
  return header + plain.length;
}

export interface DataPage {
  readonly values: Uint8Array;
  /** The definition levels, that is, which rows have a value; empty for a required column. */
  readonly levels: Uint8Array;
  readonly encoding: Encoding;
  readonly rows: number;
  readonly empty: number;
}

/** Writes the values of some rows; returns their uncompressed size, including the header. */
export function writeDataPage(
  writer: ByteWriter,
  { pack }: Codec,
  { values, levels, encoding, rows, empty }: DataPage,
): number {
  const packed = pack(values);
  const start = writer.offset;
  writePageHeader(writer, {
    type: 'DATA_PAGE_V2',
    uncompressed_page_size: levels.length + values.length,
    compressed_page_size: levels.length + packed.length,
    data_page_header_v2: {
      num_values: rows,
      num_nulls: empty,
      num_rows: rows,
      encoding,
      definition_levels_byte_length: levels.length,
      repetition_levels_byte_length: 0,
      is_compressed: true,
    },
  });
  const header = writer.offset - start;
  writer.appendBytes(levels);
  writer.appendBytes(packed);
  return header + levels.length + values.length;
}
