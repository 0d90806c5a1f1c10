import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { OpenedBody } from '#ingest/roll-calls/bodies/body-files.ts';
import type { TableOptions } from '#ingest/roll-calls/bodies/read-table.ts';
import { openHowTheyVote } from '#ingest/roll-calls/howtheyvote/read-howtheyvote.ts';
import { openPolis } from '#ingest/roll-calls/polis/read-polis.ts';
import { openPopolo } from '#ingest/roll-calls/popolo/read-popolo.ts';
import { openVoteview } from '#ingest/roll-calls/voteview/read-voteview.ts';

export type Format = 'voteview' | 'howtheyvote' | 'polis' | 'popolo';

/** A few made-up records in the layout of the real files of a format. */
export const sampleOf = (format: Format) => fileURLToPath(new URL(`./samples/${format}`, import.meta.url));

/** Files by name: another text, the sample's text changed, or null for no such file. */
export type Changes = Readonly<Record<string, string | ((text: string) => string) | null>>;

/** A copy of a sample with some of its files changed; gone when the test is over. */
export async function sampleWith(format: Format, changes: Changes): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `concord-${format}-`));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const sample = sampleOf(format);
  for (const name of new Set([...(await readdir(sample)), ...Object.keys(changes)])) {
    const change = changes[name];
    if (change === null) continue;
    const text = typeof change === 'string' ? change : await readFile(join(sample, name), 'utf8');
    await writeFile(join(folder, name), typeof change === 'function' ? change(text) : text);
  }
  return folder;
}

/** Replaces what a text says exactly once. */
export const replacing = (old: string, by: string) => (text: string) => {
  if (text.split(old).length !== 2) throw new Error(`The sample does not say exactly once: ${old}`);
  return text.replace(old, () => by);
};

/** How each format opens a folder; what a Popolo vote of "both" means is said by the user. */
export const openers: Readonly<
  Record<Format, (paths: readonly string[]) => (options: TableOptions) => Promise<OpenedBody | null>>
> = {
  voteview: openVoteview,
  howtheyvote: openHowTheyVote,
  polis: (paths) => openPolis(paths, { parties: 'participants', minimumVotes: 5 }),
  popolo: (paths) => openPopolo(paths, { explained: new Map([['both', null]]) }),
};
