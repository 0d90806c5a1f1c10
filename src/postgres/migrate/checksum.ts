import { createHash } from 'node:crypto';

/** The checksum of a migration as Prisma records it. */
export const checksumOf = (sql: string): string => createHash('sha256').update(sql).digest('hex');

/** Whether a checksum is that of a migration, whichever line ends a checkout gave its file then and now. */
export function hasChecksum(sql: string, checksum: string): boolean {
  const unix = sql.replaceAll('\r\n', '\n');
  return [sql, unix, unix.replaceAll('\n', '\r\n')].some((text) => checksumOf(text) === checksum);
}
