/** The formats in which every table can be written. */
export const formats = ['csv', 'ndjson', 'parquet'] as const;
export type Format = (typeof formats)[number];

/** How CSV and NDJSON files are packed. */
export const compressions = ['gzip', 'zstd'] as const;
export type Compression = (typeof compressions)[number];

/** How Parquet files are packed inside, the usual one first; some readers have only Snappy. */
export const parquetCompressions = ['zstd', 'snappy'] as const;
export type ParquetCompression = (typeof parquetCompressions)[number];
export const usualParquetCompression: ParquetCompression = 'zstd';

const endings: Readonly<Record<Compression, string>> = { gzip: '.gz', zstd: '.zst' };

/** `stances.csv`, `stances.ndjson.gz`, `stances.parquet`. */
export const fileName = (table: string, format: Format, compression: Compression | null): string =>
  `${table}.${format}${compression === null || format === 'parquet' ? '' : endings[compression]}`;

/** Media type of a format, before compression. */
export const mediaTypes: Readonly<Record<Format, string>> = {
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
  parquet: 'application/vnd.apache.parquet',
};
