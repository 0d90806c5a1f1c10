import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { seedsFolder } from '#cli/seed-once.ts';

/** A folder that is gone when the test is over. */
async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'concord-ingest-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

/** A folder with these texts as files. */
export async function filesOf(texts: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const path = await folder();
  for (const [name, text] of Object.entries(texts)) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), text);
  }
  return path;
}

/** A copy of the seed files, to be changed. */
export async function copyOfSeeds(): Promise<string> {
  const path = await folder();
  await cp(seedsFolder, path, { recursive: true });
  return path;
}

/** Replaces a text that stands in a file exactly once. */
export async function replaceIn(file: string, old: string, by: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  if (text.split(old).length !== 2) throw new Error(`${file} does not say exactly once: ${old}`);
  await writeFile(
    file,
    text.replace(old, () => by),
  );
}
