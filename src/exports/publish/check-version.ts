import { join } from 'node:path';
import { ExportError } from '../export-error.ts';
import type { VersionIndex } from '../package/version-index.ts';
import type { OpenSource } from '../source/source.ts';
import { checkFile } from '../write/check-file.ts';
import type { ExportTask } from './export-task.ts';

const step = 'Checking';

/**
 * Reads back every file of a built version, and checks with the source that every referenced row exists.
 * @throws ExportError `EXPORT_DAMAGED`
 */
export async function checkVersion(
  { report, signal, source: { tables } }: ExportTask,
  source: OpenSource,
  index: VersionIndex,
  folder: string,
): Promise<void> {
  const deltas = Object.values(index.delta?.tables ?? {}).flatMap(({ file, add, modify, delete: gone }) =>
    file === null ? [] : [{ file, rows: add + modify + gone }],
  );
  const files = [
    ...index.tables.flatMap((table) => table.files.map((file) => ({ file, rows: table.rows }))),
    ...deltas,
  ];
  const readBack = async () => {
    for (const [place, { file, rows }] of files.entries()) {
      signal.throwIfAborted();
      report({ step, rows: null, done: place / (files.length + 1) });
      await checkFile(join(folder, file.path), file, rows);
    }
  };
  const followReferences = async () => {
    for (const table of tables) {
      signal.throwIfAborted();
      const [dangling] = await source.danglingReferences(table);
      if (dangling !== undefined) throw new ExportError('EXPORT_DAMAGED', `${dangling}. Nothing was published.`);
    }
  };
  // One waits for the disk, the other for the source. Both end before a failure is thrown, because the folder is in use until then.
  for (const outcome of await Promise.allSettled([readBack(), followReferences()])) {
    if (outcome.status === 'rejected') throw outcome.reason;
  }
  report({ step, rows: null, done: 1 });
}
