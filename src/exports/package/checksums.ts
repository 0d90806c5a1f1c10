import { createHash } from 'node:crypto';
import type { TextFile } from './version.ts';
import type { VersionIndex } from './version-index.ts';

/** `SHA256SUMS` of all other files of a version, in the format of `sha256sum -c`. */
export function checksums(index: VersionIndex, texts: readonly TextFile[]): TextFile {
  const deltas = Object.values(index.delta?.tables ?? {}).flatMap(({ file }) => file ?? []);
  const files = [...index.tables.flatMap((table) => table.files), ...deltas];
  const sums = [
    ...files.map(({ path, sha256 }) => [path, sha256] as const),
    ...texts.map(({ path, text }) => [path, createHash('sha256').update(text).digest('hex')] as const),
  ];
  const lines = sums.sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, sum]) => `${sum}  ${path}\n`);
  return { path: 'SHA256SUMS', text: lines.join('') };
}
