import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { parquetMetadataAsync } from 'hyparquet';
import { ExportError } from '../export-error.ts';
import type { WrittenFile } from './written-file.ts';

const newline = 0x0a;
const quote = 0x22;

/**
 * Flushes a file to disk, reads it back, and checks its size, SHA-256 and number of rows.
 * @throws ExportError `EXPORT_DAMAGED`
 */
export async function checkFile(path: string, file: WrittenFile, rows: number): Promise<void> {
  await toDisk(path);
  const { size } = await stat(path);
  if (size !== file.bytes) throw damaged(file, `${size} bytes`, `${file.bytes}`);
  const hash = createHash('sha256');
  const bytes = createReadStream(path, { highWaterMark: 1 << 17 });
  bytes.on('data', (piece) => hash.update(piece));
  const found =
    file.format === 'parquet'
      ? await drained(bytes, () => parquetRows(path))
      : await countRows(unpacked(bytes, file), file.format === 'csv');
  const expected = file.format === 'csv' ? rows + 1 : rows;
  if (found !== expected) throw damaged(file, `${found} lines`, `${expected}`);
  const sha256 = hash.digest('hex');
  if (sha256 !== file.sha256) throw damaged(file, `the SHA-256 ${sha256}`, file.sha256);
}

async function toDisk(path: string): Promise<void> {
  const file = await open(path);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

const damaged = ({ path }: WrittenFile, found: string, expected: string) =>
  new ExportError('EXPORT_DAMAGED', `${path}: found ${found}, expected ${expected}. Nothing was published.`);

function unpacked(bytes: Readable, { compression }: WrittenFile): Readable {
  if (compression === null) return bytes;
  const unpacker = compression === 'gzip' ? createGunzip() : createZstdDecompress();
  bytes.on('error', (error) => unpacker.destroy(error));
  return bytes.pipe(unpacker);
}

/** Counts the lines of a text. In CSV a line feed in quotes does not end a line. */
async function countRows(bytes: Readable, mayQuote: boolean): Promise<number> {
  let rows = 0;
  let quoted = false;
  for await (const piece of bytes as AsyncIterable<Buffer>) {
    let nextQuote = mayQuote ? piece.indexOf(quote) : -1;
    for (let nextLine = piece.indexOf(newline); nextLine !== -1; nextLine = piece.indexOf(newline, nextLine + 1)) {
      for (; nextQuote !== -1 && nextQuote < nextLine; nextQuote = piece.indexOf(quote, nextQuote + 1))
        quoted = !quoted;
      if (!quoted) rows += 1;
    }
    for (; nextQuote !== -1; nextQuote = piece.indexOf(quote, nextQuote + 1)) quoted = !quoted;
  }
  return rows;
}

async function drained<T>(bytes: Readable, result: () => Promise<T>): Promise<T> {
  for await (const _ of bytes);
  return result();
}

async function parquetRows(path: string): Promise<number> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const { num_rows } = await parquetMetadataAsync({
      byteLength: size,
      slice: async (start, end = size) => {
        const bytes = Buffer.alloc(end - start);
        await file.read(bytes, 0, bytes.length, start);
        return bytes.buffer;
      },
    });
    return Number(num_rows);
  } finally {
    await file.close();
  }
}
