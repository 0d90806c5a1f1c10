import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { importUnga } from '#ingest/roll-calls/unga/import-unga.ts';
import { openDatabase } from '#postgres/open-database.ts';

const thisFile = fileURLToPath(import.meta.url);

/** Imports a folder in a process of its own, which the server knows as `unga-import`. */
export function startImport(url: string, folder: string): ChildProcess {
  const named = new URL(url);
  named.searchParams.set('application_name', 'unga-import');
  return spawn(process.execPath, [thisFile, named.href, folder], { stdio: 'inherit' });
}

if (process.argv[1] === thisFile) {
  const [, , url = '', folder = ''] = process.argv;
  const database = await openDatabase(url);
  await importUnga(database, folder, { author: 'tester', message: 'a test' });
  await database.close();
}
