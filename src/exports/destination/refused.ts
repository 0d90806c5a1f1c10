import { ExportError } from '../export-error.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'no space is left',
  EDQUOT: 'its quota is used up',
  EFBIG: 'a file would be larger than is allowed',
  EACCES: 'it may not be written',
  EPERM: 'it may not be written',
  EROFS: 'it can only be read',
  ENOTDIR: 'a part of its path is no folder',
  EEXIST: 'a file is in the way',
};

/** Does something with a destination; what the system refuses is told as an ExportError. */
export async function orRefused<T>(destination: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === undefined ? undefined : reasons[code];
    if (reason === undefined) throw error;
    const message = `The export destination ${destination} cannot be used: ${reason}. What was published before stays.`;
    throw new ExportError('DESTINATION_REFUSED', message, { cause: error });
  }
}
