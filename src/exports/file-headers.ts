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

/** Media type of a published file by the end of its name. */
export const contentType = (path: string): string =>
  path.endsWith('.csv-metadata.json')
    ? 'application/csvm+json'
    : (types[path.split('.').at(-1) ?? ''] ?? 'text/plain; charset=utf-8');

/** Files of a version never change. */
export const immutable = 'public, max-age=31536000, immutable';

/** What leads to the latest version may change at any time. */
export const shortLived = 'public, max-age=60';
