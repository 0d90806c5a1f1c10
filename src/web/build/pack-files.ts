import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

const packers = { br: promisify(brotliCompress), gz: promisify(gzip) };

/** Writes compressed copies of each text file of a folder, so that the server need not compress them for every response. */
export async function packFiles(folder: string): Promise<void> {
  for await (const path of glob('**/*.{html,js,css,svg,json,webmanifest}', { cwd: folder })) {
    const file = join(folder, path);
    const text = await readFile(file);
    for (const [ending, pack] of Object.entries(packers)) await writeFile(`${file}.${ending}`, await pack(text));
  }
}
