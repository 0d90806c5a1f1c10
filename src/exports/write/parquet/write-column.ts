import type { ColumnChunk, Encoding, SchemaElement } from 'hyparquet';
import { ByteWriter } from 'hyparquet-writer';
import { writeRleBitPackedHybrid } from 'hyparquet-writer/src/encoding.js';
import type { ColumnValues } from '../../source/source.ts';
import type { Codec } from './codec.ts';
import { plainNumbers, plainTexts } from './plain-values.ts';
import { statisticsOf } from './statistics.ts';
import { type TextDictionary, textDictionary } from './text-dictionary.ts';
import { writeDataPage, writeDictionaryPage } from './write-page.ts';

/** Writes the values of one column: one page, preceded by a dictionary if texts repeat often. */
export function writeColumn(
  writer: ByteWriter,
  codec: Codec,
  element: SchemaElement,
  values: ColumnValues,
  rows: number,
) {
  const { name, type, repetition_type } = element;
  if (type === undefined) throw new Error(`The column ${name} has no type.`);
  const present = values.present.subarray(0, rows);
  const filledRows = rowsWithValue(present);
  const empty = rows - filledRows.length;
  if (empty > 0 && repetition_type === 'REQUIRED')
    throw new Error(`The required column ${name} has a row without a value.`);
  const start = writer.offset;
  let unpacked = 0;
  let encoding: Encoding = 'PLAIN';
  let bytes: Uint8Array;
  if (values.kind === 'number') bytes = plainNumbers(values, filledRows);
  else {
    const dictionary = filledRows.length === 0 ? null : textDictionary(values, rows);
    if (dictionary === null) bytes = plainTexts(values, filledRows);
    else {
      const { firstRows, size } = dictionary;
      unpacked += writeDictionaryPage(writer, codec, plainTexts(values, firstRows.subarray(0, size)), size);
      bytes = indexBytes(dictionary);
      encoding = 'RLE_DICTIONARY';
    }
  }
  const dataStart = writer.offset;
  const levels = repetition_type === 'REQUIRED' ? new Uint8Array() : levelBytes(present);
  unpacked += writeDataPage(writer, codec, { values: bytes, levels, encoding, rows, empty });
  const chunk: ColumnChunk = {
    file_offset: BigInt(start),
    meta_data: {
      type,
      encodings: encoding === 'PLAIN' ? ['PLAIN', 'RLE'] : ['PLAIN', 'RLE', 'RLE_DICTIONARY'],
      path_in_schema: [name],
      codec: codec.name,
      num_values: BigInt(rows),
      total_uncompressed_size: BigInt(unpacked),
      total_compressed_size: BigInt(writer.offset - start),
      data_page_offset: BigInt(dataStart),
      ...(encoding !== 'PLAIN' && { dictionary_page_offset: BigInt(start) }),
      statistics: statisticsOf(values, filledRows, empty),
    },
  };
  return { chunk, unpacked };
}

function rowsWithValue(present: Uint8Array): Int32Array {
  const rows = new Int32Array(present.length);
  let count = 0;
  for (let row = 0; row < present.length; row++) {
    if (present[row] !== 1) continue;
    rows[count] = row;
    count += 1;
  }
  return rows.subarray(0, count);
}

function indexBytes({ indexes, size }: TextDictionary): Uint8Array {
  const page = new ByteWriter();
  const bitWidth = Math.ceil(Math.log2(size));
  page.appendUint8(bitWidth);
  writeRleBitPackedHybrid(page, indexes, bitWidth);
  return page.getBytes();
}

function levelBytes(present: Uint8Array): Uint8Array {
  const levels = new ByteWriter();
  writeRleBitPackedHybrid(levels, present, 1);
  return levels.getBytes();
}
