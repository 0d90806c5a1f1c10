import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { constants, createGunzip } from 'node:zlib';
import { BrokenFile } from './csv-reader.ts';

/** A chunk of a file, and the share of the file read so far (0 to 1). */
export interface TextChunk {
  readonly bytes: Buffer;
  readonly done: number;
}

/**
 * The decompressed bytes of a file, which are valid UTF-8.
 * @throws BrokenFile with the line at which the compression or the encoding is invalid.
 */
export async function* textChunks(path: string): AsyncGenerator<TextChunk> {
  const { size } = await stat(path);
  const packed = path.endsWith('.gz');
  const file = createReadStream(path);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Buffer) => {
    try {
      decoder.decode(bytes, { stream: bytes !== undefined });
    } catch (cause) {
      throw new BrokenFile(line, 'bytes that are not UTF-8', 'UTF-8 text', { cause });
    }
  };
  let line = 1;
  try {
    for await (const bytes of packed ? unpacked(file) : file) {
      decode(bytes);
      line += linesIn(bytes);
      yield { bytes, done: size === 0 ? 1 : file.bytesRead / size };
    }
  } catch (error) {
    throw packed && isZlibError(error) ? await packingProblem(path, error) : error;
  }
  decode();
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

function linesIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}
