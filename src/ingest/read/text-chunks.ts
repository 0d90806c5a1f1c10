import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { constants, createGunzip } from 'node:zlib';
import { decodeText } from '#text/decode-text.ts';
import { IngestError } from '../ingest-error.ts';
import { BrokenFile } from './csv-reader.ts';

/** A chunk of a file, and the share of the file read so far (0 to 1). */
export interface TextChunk {
  readonly bytes: Buffer;
  readonly done: number;
}

/**
 * The decompressed bytes of a file, which are valid UTF-8 without NUL.
 * @throws BrokenFile with the line at which the compression or the text is invalid; IngestError `UNREADABLE` for what is no file, as a pipe that nobody writes to.
 */
export async function* textChunks(path: string): AsyncGenerator<TextChunk> {
  const found = await stat(path);
  if (!found.isFile()) throw new IngestError('UNREADABLE', `${path} cannot be read: it is no file.`);
  const { size } = found;
  const packed = path.endsWith('.gz');
  const file = createReadStream(path);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  let before: Buffer = Buffer.alloc(0); // the end of the last chunk, from the beginning of a character on
  const check = (bytes: Buffer, ends = false) => {
    try {
      decoder.decode(bytes, { stream: !ends });
      if (!bytes.includes(0)) return;
    } catch {
      // told below
    }
    const text = decodeText(Buffer.concat([before, bytes]));
    if (typeof text !== 'string')
      throw new BrokenFile(line - linesIn(before) + text.line - 1, text.found, text.expected);
  };
  try {
    for await (const bytes of packed ? unpacked(file) : file) {
      check(bytes);
      line += linesIn(bytes);
      before = lastCharacters(bytes);
      yield { bytes, done: size === 0 ? 1 : file.bytesRead / size };
    }
  } catch (error) {
    throw packed && isZlibError(error) ? await packingProblem(path, error) : error;
  }
  check(Buffer.alloc(0), true);
}

const unpacked = (file: NodeJS.ReadableStream, finishFlush = constants.Z_FINISH) =>
  pipeline(file, createGunzip({ chunkSize: 65_536, finishFlush }), () => {}); // the reader gets the error too

const isZlibError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error && /^Z_/.test(String(error.code));

/** Locates invalid compressed data. Reads the file again, because the last decompressed bytes are lost when the stream fails. */
async function packingProblem(path: string, cause: NodeJS.ErrnoException): Promise<BrokenFile> {
  let line = 1;
  try {
    for await (const bytes of unpacked(createReadStream(path), constants.Z_SYNC_FLUSH)) line += linesIn(bytes);
  } catch {
    // It fails here again unless it only ends early.
  }
  const early = cause.code === 'Z_BUF_ERROR';
  return early
    ? new BrokenFile(line, 'a truncated gzip file', 'a complete file', { cause })
    : new BrokenFile(line, `data that is not gzip (${cause.message})`, 'a gzip file', { cause });
}

/** The last bytes of valid text, from the beginning of a character on; the last character may be unfinished. */
function lastCharacters(bytes: Buffer): Buffer {
  const last = bytes.subarray(-4);
  const start = last.findIndex((byte) => (byte & 0xc0) !== 0x80);
  return Buffer.from(last.subarray(start === -1 ? last.length : start));
}

function linesIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}
