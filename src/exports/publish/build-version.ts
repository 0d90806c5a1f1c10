import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { usualParquetCompression } from '../format.ts';
import { checksums } from '../package/checksums.ts';
import { columnsFingerprint } from '../package/columns-fingerprint.ts';
import { csvwFiles } from '../package/csvw.ts';
import { dataPackage } from '../package/data-package.ts';
import { readme } from '../package/readme.ts';
import { json, type TextFile, type Version } from '../package/version.ts';
import type { VersionIndex } from '../package/version-index.ts';
import type { OpenSource } from '../source/source.ts';
import { checkVersion } from './check-version.ts';
import { noDeltaReason } from './delta-reason.ts';
import type { ExportTask } from './export-task.ts';
import { writeDelta } from './write-delta.ts';
import { writeTable } from './write-table.ts';

/** Writes all files of a version into a folder and checks them. */
export async function buildVersion(
  task: ExportTask,
  source: OpenSource,
  { version, now, previous, folder }: Plan,
): Promise<VersionIndex> {
  const tables = [];
  for (const table of task.source.tables) {
    const rows = await source.count(table);
    const files = [];
    for (const format of task.formats) files.push(await writeTable(task, source, table, { format, rows, folder }));
    tables.push({ name: table.name, rows, files });
  }
  const noDelta = await noDeltaReason(task.source, source, previous);
  const delta =
    previous === undefined || noDelta !== null
      ? null
      : { from: previous.version, tables: await writeDelta(task, source, previous.revision.number, folder) };
  const index: VersionIndex = {
    name: task.name,
    version,
    what: task.source.name,
    ledger: source.ledger,
    revision: { ...source.revision, time: source.revision.time.toISOString() },
    state: source.state,
    sources: [...source.origins],
    createdAt: now.toISOString(),
    formats: [...task.formats],
    compression: task.compression,
    parquetCompression: task.parquetCompression ?? usualParquetCompression,
    columns: columnsFingerprint(task.source.tables),
    tables,
    delta,
    noDelta,
  };
  for (const { path, text } of describeVersion({ source: task.source, index })) {
    await writeFile(join(folder, path), text, { flush: true });
  }
  await checkVersion(task, source, index, folder);
  return index;
}

export interface Plan {
  readonly version: string;
  readonly now: Date;
  /** The previously published version. */
  readonly previous: VersionIndex | undefined;
  /** Empty. */
  readonly folder: string;
}

/** All files that describe a version, `index.json` last, so that its existence shows that the version is complete. */
export function describeVersion(version: Version): readonly TextFile[] {
  const index = { path: 'index.json', text: json(version.index) };
  const texts = [dataPackage(version), ...csvwFiles(version), readme(version)];
  return [...texts, checksums(version.index, [...texts, index]), index];
}
