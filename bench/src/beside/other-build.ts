import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { generateRollCalls } from '../ledger/generate.ts';
import { realRollCalls } from '../ledger/generate.ts';
import { databaseOn, withClient } from '../ledger/server.ts';
import { runChild } from '../run/child-run.ts';
import { note } from '../run/note.ts';

/** The checkout of another build of Concord. */
export interface OtherBuild {
  readonly folder: string;
  /** Its command line, to be given to Node. */
  readonly main: string;
}

/** @throws Error when there is no build whose packages are installed */
export function otherBuild(folder: string): OtherBuild {
  const main = join(folder, 'src/cli/main.ts');
  for (const path of [main, join(folder, 'node_modules')]) {
    if (!existsSync(path)) throw new Error(`--beside: found no ${path}, expected a checkout after npm ci.`);
  }
  return { folder, main };
}

/** Gives another build a ledger of its own on the same server, with its own migrations and the same data. */
export async function ledgerOf(build: OtherBuild, url: string, data: string | null): Promise<string> {
  note('the ledger of the other build');
  const database = databaseOn(url, 'bench_beside');
  await withClient(databaseOn(url, 'postgres'), (client) => client.query('CREATE DATABASE bench_beside'));
  for (const command of ['migrate', 'seed']) await runChild([build.main, command], database);
  if (data !== null) await runChild([build.main, 'import', 'unga', '--dir', data], database);
  else {
    // Its own, which knows its tables.
    const { href } = pathToFileURL(join(build.folder, 'bench/src/ledger/generate.ts'));
    const its = (await import(href)) as { readonly generateRollCalls: typeof generateRollCalls };
    await withClient(database, (client) => its.generateRollCalls(client, realRollCalls));
  }
  await withClient(database, (client) => client.query('VACUUM ANALYZE'));
  return database;
}
