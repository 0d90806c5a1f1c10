import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { orRefused } from '#exports/destination/refused.ts';
import type { Row } from './table-rows.ts';

/** Rows put by in a file, so that any number of them can be read several times. */
export interface Spool {
  readonly length: number;
  rows(): AsyncIterable<Row>;
  close(): Promise<void>;
}

/**
 * Puts rows by on this machine. The file has no name any more once it is open, so that nothing is left of it whatever happens to the process.
 * @throws ExportError `DESTINATION_REFUSED` when there is no room
 */
export async function spoolRows(pages: AsyncIterable<readonly Row[]>): Promise<Spool> {
  const file = await orRefused(tmpdir(), openNameless);
  let length = 0;
  try {
    for await (const rows of pages) {
      const lines = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
      await orRefused(tmpdir(), () => file.appendFile(lines));
      length += rows.length;
    }
  } catch (error) {
    await file.close();
    throw error;
  }
  return { length, rows: () => readRows(file), close: () => file.close() };
}

async function openNameless(): Promise<FileHandle> {
  const folder = await mkdtemp(join(tmpdir(), 'concord-rows-'));
  try {
    return await open(join(folder, 'rows.ndjson'), 'wx+');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* readRows(file: FileHandle): AsyncGenerator<Row> {
  let rest = '';
  const pieces = file.createReadStream({ start: 0, encoding: 'utf8', autoClose: false });
  for await (const piece of pieces as AsyncIterable<string>) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as Row; // written above
  }
}
