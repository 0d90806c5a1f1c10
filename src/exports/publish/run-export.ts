import { orRefused } from '../destination/refused.ts';
import { usualParquetCompression } from '../format.ts';
import { columnsFingerprint } from '../package/columns-fingerprint.ts';
import type { VersionIndex } from '../package/version-index.ts';
import type { OpenSource } from '../source/source.ts';
import { buildVersion } from './build-version.ts';
import { type ExportLock, withExportLock } from './export-lock.ts';
import type { ExportTask } from './export-task.ts';
import { nextVersionName } from './version-name.ts';

export interface ExportOutcome {
  /** `UNCHANGED`: the latest version has the same revision and settings, so nothing was written. */
  readonly status: 'PUBLISHED' | 'UNCHANGED';
  readonly index: VersionIndex;
}

/**
 * Publishes one version of an export, or nothing: it is read at one revision, written beside the others, checked, and then published atomically.
 * @throws ExportError `EXPORT_RUNNING`, `UNKNOWN_REVISION`, `DESTINATION_REFUSED`, `EXPORT_DAMAGED`
 * @throws DatabaseError `DATABASE_LOST`
 */
export function runExport(task: ExportTask): Promise<ExportOutcome> {
  const { databaseUrl, destination, name } = task;
  return withExportLock(databaseUrl, { place: destination.identity, name }, async (lock) => {
    await destination.settle(name);
    const source = await task.source.open(databaseUrl, task.asKnownAt);
    try {
      const previous = (await destination.versions(name)).at(-1);
      if (previous !== undefined && !task.again && saysTheSame(task, source, previous)) {
        return { status: 'UNCHANGED', index: previous };
      }
      return { status: 'PUBLISHED', index: await publish(task, lock, source, previous) };
    } finally {
      await source.close();
    }
  });
}

const saysTheSame = (
  { source, formats, compression, parquetCompression = usualParquetCompression }: ExportTask,
  { ledger, revision, state }: OpenSource,
  previous: VersionIndex,
) =>
  previous.what === source.name &&
  previous.columns === columnsFingerprint(source.tables) &&
  previous.ledger === ledger &&
  previous.revision.number === revision.number &&
  previous.revision.digest === revision.digest &&
  previous.state === state &&
  previous.compression === compression &&
  (previous.parquetCompression === parquetCompression || !formats.includes('parquet')) &&
  String(previous.formats) === String(formats);

async function publish(
  { signal: stopped, ...asked }: ExportTask,
  { lost, confirm }: ExportLock,
  source: OpenSource,
  previous: VersionIndex | undefined,
): Promise<VersionIndex> {
  const task = { ...asked, signal: AbortSignal.any([stopped, lost]) };
  const { destination, name, keep } = task;
  const now = new Date();
  const version = nextVersionName(now, source.revision.number, previous?.version ?? null);
  const folder = await destination.begin(name, version);
  let index: VersionIndex;
  try {
    index = await orRefused(destination.label, () => buildVersion(task, source, { version, now, previous, folder }));
    task.signal.throwIfAborted();
    await destination.publish(name, version, folder, confirm);
  } catch (error) {
    // A failing destination may refuse this too; then the next run cleans up.
    await destination.discard(folder).catch(() => {});
    // The error of an aborted stream does not contain the reason.
    task.signal.throwIfAborted();
    throw error;
  }
  if (keep !== null) await retire(task, keep);
  return index;
}

/** Removes the oldest versions until at most `keep` are left. */
async function retire({ destination, name }: ExportTask, keep: number): Promise<void> {
  const versions = await destination.versions(name);
  for (const { version } of versions.slice(0, Math.max(0, versions.length - keep)))
    await destination.remove(name, version);
}
