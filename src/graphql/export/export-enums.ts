import { describedValues } from '../agreement/described-values.ts';
import { builder } from '../builder.ts';

export const ExportFormat = builder.enumType('ExportFormat', {
  description: 'A form in which the tables of an export are written.',
  values: describedValues({
    CSV: 'Comma-separated values with a header.',
    NDJSON: 'A JSON object a line.',
    PARQUET: 'Apache Parquet, packed with Zstandard.',
  }),
});

export const ExportCompression = builder.enumType('ExportCompression', {
  description: 'How the CSV and NDJSON files of an export are packed.',
  values: describedValues({ GZIP: 'Gzip.', ZSTD: 'Zstandard.' }),
});

export const ExportRunCause = builder.enumType('ExportRunCause', {
  description: 'Why an export ran.',
  values: describedValues({ SCHEDULE: 'It was due.', REQUEST: 'Somebody asked for it.' }),
});

export const ExportRunStatus = builder.enumType('ExportRunStatus', {
  description: 'How far a run of an export is.',
  values: describedValues({
    QUEUED: 'It waits for a worker.',
    RUNNING: 'A worker makes it.',
    RETRYING: 'It failed, and another attempt follows.',
    PUBLISHED: 'It published a version.',
    UNCHANGED: 'The ledger had not changed since the latest version, so nothing was written.',
    FAILED: 'It failed, and no attempt follows; what was published before stays.',
  }),
});
