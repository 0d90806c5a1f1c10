import { openBucketDestination } from '#exports/destination/bucket-destination.ts';
import { ledgerSource } from '#exports/ledger/ledger-source.ts';
import { runExport } from '#exports/publish/run-export.ts';

// Exports the ledger to a bucket once, as a worker does, in a process that a test can kill.
const [databaseUrl = '', endpoint = ''] = process.argv.slice(2);
const destination = await openBucketDestination({
  name: 'archive',
  bucket: 'exports',
  prefix: 'killed/',
  endpoint,
  region: 'us-east-1',
});
const { index } = await runExport({
  databaseUrl,
  source: ledgerSource,
  destination,
  name: 'ledger',
  formats: ['csv', 'parquet'],
  compression: null,
  keep: 2,
  asKnownAt: null,
  again: true,
  report: () => {},
  signal: new AbortController().signal,
});
console.log(index.version);
