import type { SnapshotData } from './snapshot.ts';

const lists = ['parties', 'issues', 'propositions', 'documents', 'passages'] as const;

type Fields = Record<string, unknown>;

const isPlain = (value: unknown): value is Fields =>
  Object.getPrototypeOf(Object(value)) === Object.prototype && typeof value === 'object';

/**
 * Has each text of the rows in memory once: rows that came from another thread have one for every place, and nearly all documents are called as the
 * proposition that they were voted on. That is half the memory that a thread has of its own. Changes the rows, so nobody may have them yet.
 */
export function withEqualTextsOnce(data: SnapshotData): SnapshotData {
  const texts = new Map<string, string>();
  const nothing: readonly never[] = [];
  const once = (value: unknown): unknown => {
    if (typeof value === 'string') {
      const known = texts.get(value);
      if (known === undefined) texts.set(value, value);
      return known ?? value;
    }
    if (Array.isArray(value)) return value.length === 0 ? nothing : value.map(once);
    if (isPlain(value)) inPlace(value);
    return value;
  };
  const inPlace = (row: Fields) => {
    for (const name in row) {
      const value = row[name];
      if (typeof value !== 'number') row[name] = once(value);
    }
  };
  for (const name of lists) for (const row of data[name]) inPlace(row as unknown as Fields);
  return data;
}
