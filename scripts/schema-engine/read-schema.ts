import { readFile } from 'node:fs/promises';

/** The text of schema.prisma. */
export const readSchema = (): Promise<string> =>
  readFile(new URL('../../prisma/schema.prisma', import.meta.url), 'utf8');
