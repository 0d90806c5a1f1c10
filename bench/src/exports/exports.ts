import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { openFolder } from '../../../src/exports/destination/folder-destination.ts';
import type { Format } from '../../../src/exports/format.ts';
import { ledgerSource } from '../../../src/exports/ledger/ledger-source.ts';
import { ledgerTables } from '../../../src/exports/ledger/ledger-tables.ts';
import { runExport } from '../../../src/exports/publish/run-export.ts';
import { makeScratchFolder } from '../../../src/postgres/embedded/scratch-folder.ts';
import { withClient } from '../ledger/server.ts';
import { concordMain } from '../run/child.ts';
import { runChild } from '../run/child-run.ts';
import { seconds, short, times } from '../run/figures.ts';
import { inTurns, timed } from '../run/measure.ts';
import { note } from '../run/note.ts';
import type { Result } from '../run/table.ts';
import { copyFiles } from './copy-files.ts';

const turns = { warmUp: 1, rounds: 3 };

/** Whole runs of the export, checks and all, against COPY of the same queries and DuckDB's conversion of the CSV files. */
export async function exportsOf(url: string): Promise<Result[]> {
  const scratch = makeScratchFolder();
  try {
    const copied = join(scratch.path, 'copied');
    note('CSV export, and COPY');
    const csv = await withClient(url, (client) =>
      inTurns(
        {
          concord: () => timed(() => exportAs('csv', url, scratch.path)),
          copy: () => timed(() => copyFiles(client, copied)),
        },
        turns,
      ),
    );
    note('Parquet export, and DuckDB');
    const duckdb = await (await DuckDBInstance.create(':memory:')).connect();
    const convert = async () => {
      for (const { name } of ledgerTables) {
        const file = join(copied, name);
        await duckdb.run(`COPY (FROM read_csv('${file}.csv')) TO '${file}.parquet' (FORMAT parquet, COMPRESSION zstd)`);
      }
    };
    const parquet = await inTurns(
      { concord: () => timed(() => exportAs('parquet', url, scratch.path)), duckdb: () => timed(convert) },
      turns,
    );
    note('memory of an export');
    const args = [
      'export',
      '--out',
      join(scratch.path, 'whole'),
      '--format',
      'csv,ndjson,parquet',
      '--compression',
      'zstd',
    ];
    const { peakBytes } = await runChild([concordMain, ...args], url);
    const ratios = {
      csv: csv.concord.median / csv.copy.median,
      parquet: parquet.concord.median / parquet.duckdb.median,
    };
    return [
      {
        what: 'export of the whole ledger as CSV',
        concord: seconds(csv.concord),
        peer: `COPY TO of the same queries ${seconds(csv.copy)}`,
        ratio: times(ratios.csv),
        target: '<= 1.5x',
        met: ratios.csv <= 1.5,
      },
      {
        what: 'export of the whole ledger as Parquet, from Postgres',
        concord: seconds(parquet.concord),
        peer: `DuckDB from those CSV files ${seconds(parquet.duckdb)}`,
        ratio: times(ratios.parquet),
        target: '<= 3x',
        met: ratios.parquet <= 3,
      },
      ...(peakBytes === null ? [] : [memory(peakBytes / 1e6)]),
    ];
  } finally {
    scratch.remove();
  }
}

async function exportAs(format: Format, databaseUrl: string, folder: string): Promise<void> {
  await runExport({
    databaseUrl,
    source: ledgerSource,
    destination: await openFolder('bench', folder),
    name: format,
    formats: [format],
    compression: null,
    keep: 1,
    asKnownAt: null,
    again: true,
    report: () => {},
    signal: new AbortController().signal,
  });
}

const memory = (megabytes: number): Result => ({
  what: 'export in all three formats with Zstandard, resident memory of the process',
  concord: `${short(megabytes)} MB`,
  peer: '',
  ratio: '',
  target: '<= 300 MB',
  met: megabytes <= 300,
});
