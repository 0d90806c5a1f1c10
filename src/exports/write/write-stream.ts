import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGzip, createZstdCompress } from 'node:zlib';
import type { Compression } from '../format.ts';

// PostgreSQL sends some eight kilobytes at a time: a system call for each would take longer than joining them.
const pieceBytes = 1 << 18;

const packers: Readonly<Record<Compression, () => Transform>> = {
  gzip: () => createGzip({ level: 6 }),
  zstd: () =>
    createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 } }),
};

export interface WriteOptions {
  readonly compression: Compression | null;
  readonly signal: AbortSignal;
  /** Called with the bytes before compression. */
  readonly onPiece?: (piece: Buffer) => void;
}

/** Writes bytes to a new file, compressed if requested; returns the size and SHA-256 of the file. */
export async function writeStream(source: Readable, path: string, { compression, signal, onPiece }: WriteOptions) {
  const hash = createHash('sha256');
  let bytes = 0;
  async function* read(pieces: AsyncIterable<Buffer>) {
    for await (const piece of gathered(pieces)) {
      onPiece?.(piece);
      yield piece;
    }
  }
  async function* written(pieces: AsyncIterable<Buffer>) {
    for await (const piece of pieces) {
      bytes += piece.length;
      hash.update(piece);
      yield piece;
    }
  }
  const file = createWriteStream(path, { flags: 'wx', highWaterMark: pieceBytes });
  if (compression === null) await pipeline(source, read, written, file, { signal });
  else await pipeline(source, read, packers[compression](), written, file, { signal });
  return { bytes, sha256: hash.digest('hex') };
}

/** Joins small chunks into larger ones. */
async function* gathered(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const piece of pieces) {
    waiting.push(piece);
    length += piece.length;
    if (length < pieceBytes) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(waiting);
}
