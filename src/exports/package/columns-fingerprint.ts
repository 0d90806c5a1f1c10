import { createHash } from 'node:crypto';
import type { Table } from '../source/source.ts';

/** A text that is equal exactly when the names and types of all tables, columns and keys are. */
export function columnsFingerprint(tables: readonly Table[]): string {
  const shape = tables.map(({ name, columns, primaryKey }) => [name, columns.map((c) => [c.name, c.type]), primaryKey]);
  return createHash('sha256').update(JSON.stringify(shape)).digest('hex').slice(0, 16);
}
