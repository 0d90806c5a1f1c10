import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('./examples/', import.meta.url);

/** The example queries with which the playground opens, in their order: documents of one named operation each. */
export const examples: readonly string[] = readdirSync(folder)
  .sort()
  .map((name) => readFileSync(new URL(name, folder), 'utf8'));
