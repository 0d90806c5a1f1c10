import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readTextSync } from '#text/read-text.ts';
import { readQueryFile } from './query-file.ts';
import type { StoredQuery } from './stored-query.ts';

const folder = fileURLToPath(new URL('./shipped/', import.meta.url));
const ending = '.graphql';

let read: readonly StoredQuery[] | null = null;

/** The questions that Concord ships, by name: a file each in `shipped/`, named by it. */
export function shippedQueries(): readonly StoredQuery[] {
  read ??= readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .sort()
    .map((file) => {
      const text = readTextSync(`${folder}${file}`);
      return { ...readQueryFile(file.slice(0, -ending.length), text, file), version: 1, stored: null };
    });
  return read;
}

export const shippedQuery = (name: string): StoredQuery | null =>
  shippedQueries().find((query) => query.name === name) ?? null;
