import { ExportError } from '../export-error.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'no disk space is left',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'a file exceeds the maximum file size',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOTDIR: 'a part of its path is not a folder',
  EEXIST: 'a file with that name exists',
};

/** Runs an operation on a destination; system errors are thrown as ExportError. */
export async function orRefused<T>(destination: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === undefined ? undefined : reasons[code];
    if (reason === undefined) throw error;
    const message = `The export destination ${destination} cannot be used: ${reason}. Published versions are unchanged.`;
    throw new ExportError('DESTINATION_REFUSED', message, { cause: error });
  }
}
