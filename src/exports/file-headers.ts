import { mediaTypes } from './format.ts';

const types: Readonly<Record<string, string>> = {
  csv: `${mediaTypes.csv}; charset=utf-8`,
  ndjson: mediaTypes.ndjson,
  parquet: mediaTypes.parquet,
  json: 'application/json',
  md: 'text/markdown; charset=utf-8',
  gz: 'application/gzip',
  zst: 'application/zstd',
};

/** Media type of a published file by its extension. */
export const contentType = (path: string): string =>
  path.endsWith('.csv-metadata.json')
    ? 'application/csvm+json'
    : (types[path.split('.').at(-1) ?? ''] ?? 'text/plain; charset=utf-8');

/** Files of a version never change. */
export const immutable = 'public, max-age=31536000, immutable';

/** Files that name the latest version may change at any time. */
export const shortLived = 'public, max-age=60';
