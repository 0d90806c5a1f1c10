import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Row } from './table-rows.ts';

/** Rows put by in a file, so that any number of them can be read several times. */
export interface Spool {
  readonly length: number;
  rows(): AsyncIterable<Row>;
  remove(): Promise<void>;
}

/** Puts rows by in a file of this machine's folder for such; it is gone after `remove`. */
export async function spoolRows(pages: AsyncIterable<readonly Row[]>): Promise<Spool> {
  const folder = await mkdtemp(join(tmpdir(), 'concord-rows-'));
  const path = join(folder, 'rows.ndjson');
  const remove = () => rm(folder, { recursive: true, force: true });
  let length = 0;
  try {
    const file = await open(path, 'wx');
    try {
      for await (const rows of pages) {
        await file.appendFile(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
        length += rows.length;
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    await remove();
    throw error;
  }
  return { length, rows: () => readRows(path), remove };
}

async function* readRows(path: string): AsyncGenerator<Row> {
  let rest = '';
  for await (const piece of createReadStream(path, 'utf8') as AsyncIterable<string>) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as Row; // written above
  }
}
