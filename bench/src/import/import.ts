import { makeScratchFolder } from '../../../src/ledger/embedded/scratch-folder.ts';
import { migrateAndSeed } from '../ledger/seeded.ts';
import { databaseOn, withClient, withDatabaseFrom } from '../ledger/server.ts';
import { seconds, short, times } from '../run/figures.ts';
import { summary, timed } from '../run/measure.ts';
import { note } from '../run/note.ts';
import type { Result } from '../run/table.ts';
import { copyIn, copyOut } from './copied.ts';
import { type ImportRun, runImport } from './import-process.ts';

const rounds = 3;

/** `concord import unga` of the real roll calls, against COPY of the same rows into the same tables with the same indexes. */
export async function importUnga(url: string, folder: string): Promise<Result[]> {
  const files = makeScratchFolder();
  const imports: ImportRun[] = [];
  const copies: number[] = [];
  await withClient(databaseOn(url, 'postgres'), (client) => client.query('CREATE DATABASE bench_seeded'));
  const seeded = databaseOn(url, 'bench_seeded');
  await migrateAndSeed(seeded);
  for (let round = 1; round <= rounds; round++) {
    note(`import, round ${round} of ${rounds}`);
    await withDatabaseFrom(seeded, 'bench_import', async (database) => {
      imports.push(await runImport(database, folder));
      if (round === 1) await withClient(database, (client) => copyOut(client, files.path));
    });
    note(`COPY, round ${round} of ${rounds}`);
    await withDatabaseFrom(seeded, 'bench_copy', async (database) => {
      copies.push(await withClient(database, (client) => timed(() => copyIn(client, files.path))));
    });
  }
  files.remove();
  const [ours, copy] = [summary(imports.map(({ milliseconds }) => milliseconds)), summary(copies)];
  const ratio = ours.median / copy.median;
  return [
    {
      what: 'import of the General Assembly',
      concord: seconds(ours),
      peer: `COPY into the same tables ${seconds(copy)}`,
      ratio: times(ratio),
      target: '<= 3x',
      met: ratio <= 3,
    },
    ...memory(imports),
  ];
}

function memory(imports: readonly ImportRun[]): Result[] {
  const peaks = imports.flatMap(({ peakBytes }) => (peakBytes === null ? [] : [peakBytes / 1e6]));
  if (peaks.length === 0) return [];
  const most = Math.max(...peaks);
  return [
    {
      what: 'the same, resident memory of the process',
      concord: `${short(most)} MB`,
      peer: '',
      ratio: '',
      target: '<= 500 MB',
      met: most <= 500,
    },
  ];
}
