import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { RollCallOutcome } from '#ingest/roll-calls/outcome.ts';
import { type ImportUngaOptions, importUnga } from '#ingest/roll-calls/unga/import-unga.ts';
import { problemLine } from '#ledger/write/proposal.ts';
import type { Database } from '#postgres/open-database.ts';

/** A few roll calls in the layout of the real files: each rule of the import has a record that needs it. */
export const sample = fileURLToPath(new URL('./sample', import.meta.url));

/** Files by name: another text, bytes, the sample's text changed, or null for no such file. */
export interface Changes {
  readonly [name: string]: string | Buffer | ((text: string) => string | Buffer) | null;
}

/** A copy of the sample with some of its files changed; gone when the test is over. */
export async function sampleWith(changes: Changes): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'concord-unga-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const name of new Set([...(await readdir(sample)), ...Object.keys(changes)])) {
    const change = changes[name];
    if (change === null) continue;
    const text =
      typeof change === 'string' || Buffer.isBuffer(change) ? '' : await readFile(join(sample, name), 'utf8');
    await writeFile(join(folder, name), typeof change === 'function' ? change(text) : (change ?? text));
  }
  return folder;
}

/** Replaces what a text says exactly once. */
export const replacing = (old: string, by: string) => (text: string) => {
  if (text.split(old).length !== 2) throw new Error(`The sample does not say exactly once: ${old}`);
  return text.replace(old, () => by);
};

export const importFolder = (
  database: Database,
  folder: string,
  options: ImportUngaOptions = {},
): Promise<RollCallOutcome> => importUnga(database, folder, { author: 'tester', message: 'a test' }, options);

export const importSample = async (
  database: Database,
  changes: Changes = {},
  options: ImportUngaOptions = {},
): Promise<RollCallOutcome> =>
  importFolder(database, Object.keys(changes).length === 0 ? sample : await sampleWith(changes), options);

/** The lines that tell why a changed sample is refused, with its files named from their folder; [] when it is not. */
export async function refusalOf(database: Database, changes: Changes): Promise<string[]> {
  const folder = await sampleWith(changes);
  const outcome = await importFolder(database, folder);
  const problems = outcome.status === 'REFUSED' ? outcome.problems : [];
  return problems.map((problem) => problemLine(problem).replaceAll(`${folder}/`, '').replaceAll(folder, 'DIR'));
}
