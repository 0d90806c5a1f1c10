import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileName } from '../format.ts';
import type { TableChanges } from '../package/version-index.ts';
import type { OpenSource, Table } from '../source/source.ts';
import { writeStream } from '../write/write-stream.ts';
import type { ExportTask } from './export-task.ts';

const step = 'Writing the delta';
const newline = 0x0a;
const unchanged: TableChanges = { add: 0, modify: 0, delete: 0, file: null };
const opAt = '{"op":"'.length;

/** Writes the differences from an earlier revision: a file in `delta/` for each table that has any. */
export async function writeDelta(task: ExportTask, source: OpenSource, since: number, folder: string) {
  const { tables } = task.source;
  await mkdir(join(folder, 'delta'));
  const changes: Record<string, TableChanges> = {};
  for (const [place, table] of tables.entries()) {
    task.signal.throwIfAborted();
    task.report({ step, rows: null, done: place / tables.length });
    // A revision is immutable, so it need not be compared with itself.
    changes[table.name] =
      since === source.revision.number ? unchanged : await writeChanges(task, source, table, { since, folder });
  }
  task.report({ step, rows: null, done: 1 });
  return changes;
}

async function writeChanges(
  { compression, signal }: ExportTask,
  source: OpenSource,
  table: Table,
  { since, folder }: { readonly since: number; readonly folder: string },
): Promise<TableChanges> {
  const path = `delta/${fileName(table.name, 'ndjson', compression)}`;
  const counts = new Map<string, number>();
  const onPiece = opCounter((op) => counts.set(op, (counts.get(op) ?? 0) + 1));
  const lines = await source.changes(table, since);
  const written = await writeStream(lines, join(folder, path), { compression, signal, onPiece });
  const file = counts.size === 0 ? null : { path, format: 'ndjson' as const, compression, ...written };
  if (file === null) await rm(join(folder, path));
  return { add: counts.get('ADD') ?? 0, modify: counts.get('MOD') ?? 0, delete: counts.get('DEL') ?? 0, file };
}

/** Scans chunks of text and reports the operation of each line, wherever the chunks are split. */
function opCounter(seen: (op: string) => void): (piece: Buffer) => void {
  let head = '';
  let inHead = true;
  return (piece) => {
    let at = 0;
    while (at < piece.length) {
      if (inHead) {
        head += piece.toString('latin1', at, at + opAt + 3 - head.length);
        if (head.length < opAt + 3) return;
        seen(head.slice(opAt));
        [head, inHead] = ['', false];
      }
      const end = piece.indexOf(newline, at);
      if (end === -1) return;
      [at, inHead] = [end + 1, true];
    }
  };
}
