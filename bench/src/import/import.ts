import { join } from 'node:path';
import type { Client } from 'pg';
import { makeScratchFolder } from '../../../src/postgres/embedded/scratch-folder.ts';
import { migrateAndSeed } from '../ledger/seeded.ts';
import { databaseOn, withClient, withDatabaseFrom } from '../ledger/server.ts';
import { importArguments } from '../ledger/unga.ts';
import { concordMain } from '../run/child.ts';
import { type ChildRun, runChild } from '../run/child-run.ts';
import { seconds, short, times } from '../run/figures.ts';
import { summary, timed } from '../run/measure.ts';
import { note } from '../run/note.ts';
import type { Result } from '../run/table.ts';
import { copyIn, copyOut } from './copied.ts';
import { generateUndl } from './generate-undl.ts';

const rounds = 3;

/** `concord import unga` of the real roll calls, against COPY of the same rows into the same tables with the same indexes. */
export const importUnga = (url: string, folder: string): Promise<Result[]> =>
  importAgainstCopy(url, 'import of the General Assembly', importArguments(folder));

/** The same of `concord import undl` and a generated file. */
export async function importUndl(url: string): Promise<Result[]> {
  const files = makeScratchFolder();
  try {
    const file = join(files.path, 'generated_ga_voting.csv');
    await generateUndl(file);
    return await importAgainstCopy(url, 'import of a file of the UN Digital Library', [
      concordMain,
      'import',
      'undl',
      file,
    ]);
  } finally {
    files.remove();
  }
}

async function importAgainstCopy(url: string, what: string, importing: readonly string[]): Promise<Result[]> {
  const files = makeScratchFolder();
  const imports: ChildRun[] = [];
  const copies: number[] = [];
  let stances = 0;
  await withClient(databaseOn(url, 'postgres'), async (client) => {
    await client.query('DROP DATABASE IF EXISTS bench_seeded');
    await client.query('CREATE DATABASE bench_seeded');
  });
  const seeded = databaseOn(url, 'bench_seeded');
  await migrateAndSeed(seeded);
  for (let round = 1; round <= rounds; round++) {
    note(`import, round ${round} of ${rounds}`);
    await withDatabaseFrom(seeded, 'bench_import', async (database) => {
      imports.push(await runChild(importing, database));
      await withClient(database, async (client) => {
        if (round === 1) await copyOut(client, files.path);
        stances = await countStances(client);
      });
    });
    note(`COPY, round ${round} of ${rounds}`);
    await withDatabaseFrom(seeded, 'bench_copy', async (database) => {
      await withClient(database, async (client) => {
        copies.push(await timed(() => copyIn(client, files.path)));
        if ((await countStances(client)) !== stances) throw new Error('COPY and the import end with different stances');
      });
    });
  }
  files.remove();
  const [ours, copy] = [summary(imports.map(({ milliseconds }) => milliseconds)), summary(copies)];
  const ratio = ours.median / copy.median;
  return [
    {
      what,
      concord: seconds(ours),
      peer: `COPY into the same tables ${seconds(copy)}`,
      ratio: times(ratio),
      target: '<= 3x',
      met: ratio <= 3,
    },
    ...memory(imports),
  ];
}

async function countStances(client: Client): Promise<number> {
  const { rows } = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM stance');
  return rows[0]?.count ?? 0;
}

function memory(imports: readonly ChildRun[]): Result[] {
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
