import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { IngestError } from '../ingest-error.ts';

/** Bytes of a file, unpacked: what is read is held in memory. */
const mostBytes = 64 * 1024 * 1024;

/**
 * The bytes of a file; of one whose name ends in .gz what is packed in it.
 * @throws IngestError `UNREADABLE` for what is no file, as a pipe of which nobody knows the end, and for one that is too large or packed wrongly.
 */
export async function readBytes(path: string): Promise<Buffer> {
  const found = await stat(path).catch(unreadable(path));
  if (!found.isFile())
    throw new IngestError('UNREADABLE', `${path} cannot be read: it is neither a file nor a folder.`);
  if (found.size > mostBytes) throw tooLarge(path);
  const bytes = await readFile(path).catch(unreadable(path));
  return /\.gz$/i.test(path) ? promisify(gunzip)(bytes, { maxOutputLength: mostBytes }).catch(unpackable(path)) : bytes;
}

const tooLarge = (path: string) =>
  new IngestError('UNREADABLE', `${path} cannot be read: it has more than ${mostBytes / 1024 / 1024} MB; divide it.`);

const packing: Readonly<Record<string, string>> = {
  Z_BUF_ERROR: 'the gzip file ends early',
  Z_DATA_ERROR: 'it is not a gzip file',
};

const unpackable =
  (path: string) =>
  (error: NodeJS.ErrnoException): never => {
    if (error.code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(path);
    const why = packing[error.code ?? ''] ?? error.message;
    throw new IngestError('UNREADABLE', `${path} cannot be read: ${why}.`, { cause: error });
  };

/** Throws the error of the file system about a path as an IngestError. */
export const unreadable =
  (path: string) =>
  (error: NodeJS.ErrnoException): never => {
    const why = error.code === 'ENOENT' ? 'the file or folder does not exist' : error.message;
    throw new IngestError('UNREADABLE', `${path} cannot be read: ${why}.`, { cause: error });
  };
