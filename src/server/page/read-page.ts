import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Encoding } from '../compression/packer.ts';

/** A file of the built page, in memory. */
export interface PageFile {
  readonly contentType: string;
  readonly etag: string;
  /** Whether its name changes with its content. */
  readonly hashed: boolean;
  /** The content as it is, and as packed by the build. */
  readonly bodies: Readonly<Record<Encoding | 'identity', Buffer>>;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/** Reads the files of the page by their path, such as `/assets/index-x.js`; null when the page has not been built. */
export function readPage(folder: string): ReadonlyMap<string, PageFile> | null {
  const files = new Map<string, PageFile>();
  for (const path of pathsIn(folder)) {
    const contentType = contentTypes[extname(path)];
    // What begins with a point is the build's own.
    if (contentType === undefined || path.startsWith('.')) continue;
    const identity = readFileSync(join(folder, path));
    const bodies = {
      identity,
      gzip: readFileSync(join(folder, `${path}.gz`)),
      br: readFileSync(join(folder, `${path}.br`)),
    };
    files.set(`/${path}`, { contentType, etag: etagOf(identity), hashed: path.startsWith('assets/'), bodies });
  }
  return files.has('/index.html') ? files : null;
}

/** The page as a file for a path from which the root of Concord is `root`. */
export const pageFrom = (page: PageFile, root: string): PageFile =>
  changedFile(page, (text) => text.replaceAll('="./', `="${root}`));

/** A file with its text changed, packed anew. */
export function changedFile({ bodies, ...file }: PageFile, change: (text: string) => string): PageFile {
  const identity = Buffer.from(change(bodies.identity.toString('utf8')));
  const packed = { identity, gzip: gzipSync(identity), br: brotliCompressSync(identity) };
  return { ...file, etag: etagOf(identity), bodies: packed };
}

const etagOf = (content: Buffer): string =>
  `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;

function pathsIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  } catch {
    return [];
  }
}
