import { builder, describedValues } from '../builder.ts';

export const ExportFormat = builder.enumType('ExportFormat', {
  description: 'File formats of exports.',
  values: describedValues({
    CSV: 'Comma-separated values with a header row.',
    NDJSON: 'Newline-delimited JSON: one object per line.',
    PARQUET: 'Apache Parquet.',
  }),
});

export const ExportCompression = builder.enumType('ExportCompression', {
  description: 'Compression of the CSV and NDJSON files of an export.',
  values: describedValues({ GZIP: 'Gzip compression (.gz).', ZSTD: 'Zstandard compression (.zst).' }),
});

export const ParquetCompression = builder.enumType('ParquetCompression', {
  description: 'Compression of the Parquet files of an export, inside the files.',
  values: describedValues({ ZSTD: 'Zstandard, the default.', SNAPPY: 'Snappy, for readers that lack Zstandard.' }),
});

export const ExportRunCause = builder.enumType('ExportRunCause', {
  description: 'Why an export ran.',
  values: describedValues({
    SCHEDULE: 'The run was due by its schedule.',
    REQUEST: 'The run was requested, for example by `runExport`.',
  }),
});

export const ExportRunStatus = builder.enumType('ExportRunStatus', {
  description: 'Progress of an export run.',
  values: describedValues({
    QUEUED: 'The run waits for a worker.',
    RUNNING: 'A worker is carrying it out.',
    RETRYING: 'The last attempt failed and another will follow.',
    PUBLISHED: 'The run published a version.',
    UNCHANGED: 'The ledger has not changed since the latest version, so nothing was written.',
    FAILED: 'The run failed and will not be retried; earlier versions are kept.',
  }),
});
