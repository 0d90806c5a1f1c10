import { lstat, readdir, realpath } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import send from 'send';
import type { ExportDestination } from '#config/export-destinations.ts';
import { contentType, immutable, shortLived } from '#exports/file-headers.ts';
import { isVersionName } from '#exports/publish/version-name.ts';
import { answerNotFound } from './not-found/answer-not-found.ts';
import { publishedFile } from './published-file.ts';
import { refuseMethod } from './refuse-method.ts';

/** Where published exports are served. */
export const exportsPath = '/exports/';

/** Handles a request for the path of a published export and returns true; returns false for any other request. */
export type ExportsHandler = (path: string, request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * Serves what is published in the folders among the destinations: `/exports/` lists the exports, `/exports/NAME/…` are their files, with
 * ranges and conditional requests. A version is cached for ever, what leads to the latest for a minute.
 */
export function serveExports(destinations: readonly ExportDestination[], publicPath = ''): ExportsHandler {
  const folders = destinations.flatMap((one) => (one.kind === 'folder' ? [one.path] : []));
  return (path, request, response) => {
    if (!path.startsWith(exportsPath)) return false;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      refuseMethod(request, response, 'GET, HEAD');
      return true;
    }
    const below = path.slice(exportsPath.length);
    if (below === '') list(folders, publicPath, response).catch(() => fail(response, 500, unreadable));
    else answer(folders, below, request, response).catch(() => fail(response, 500, unreadable));
    return true;
  };
}

const unreadable = 'The exports cannot be read at the moment.';

async function answer(folders: readonly string[], path: string, request: IncomingMessage, response: ServerResponse) {
  const name = path.split('/')[0] ?? '';
  const root = await folderOf(folders, name);
  const nothing = (message: string) => answerNotFound(request, response, message);
  if (root === null) return nothing(`There is no export ${JSON.stringify(name)}; ${exportsPath} lists them.`);
  const [, second = ''] = path.split('/');
  const found = await publishedFile(root, path);
  if (found === null) return nothing(noFile);
  const file = send(request, `/${found}`, { root, index: false, dotfiles: 'ignore', cacheControl: false });
  file.on('headers', (reply: ServerResponse) => {
    reply.setHeader('cache-control', isVersionName(second) ? immutable : shortLived);
    reply.setHeader('content-type', contentType(path));
    reply.setHeader('access-control-allow-origin', '*');
    reply.setHeader('x-content-type-options', 'nosniff');
  });
  // Called by events of files and sockets: what is thrown here would end the process.
  file.on('error', ({ status }: { readonly status: number }) => {
    if (status === 404 && !response.headersSent) nothing(noFile);
    else fail(response, status, status === 416 ? 'The requested range is outside the file.' : noFile);
  });
  // A folder has no page; its index does.
  file.on('directory', () => nothing('This is a folder; index.json or versions.json lists its files.'));
  file.pipe(response);
}

const noFile = 'The file does not exist.';

function fail(response: ServerResponse, status: number, message: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response
    .writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
    .end(`${message}\n`);
}

/** The first destination that has an export of that name, with links resolved; null when none has, or a link leads out of it. */
async function folderOf(folders: readonly string[], name: string): Promise<string | null> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) return null;
  for (const folder of folders) {
    const root = await realpath(folder).catch(() => null);
    const found = root === null ? null : await realpath(join(root, name)).catch(() => null);
    if (root !== null && found === join(root, name)) return root;
  }
  return null;
}

async function list(folders: readonly string[], publicPath: string, response: ServerResponse): Promise<void> {
  const names = new Set<string>();
  for (const folder of folders) {
    for (const name of await readdir(folder).catch(() => [])) {
      const root = await folderOf([folder], name);
      if (root !== null && (await lstat(join(root, name, 'versions.json')).catch(() => null))?.isFile())
        names.add(name);
    }
  }
  const exports = [...names].sort().map((name) => ({
    name,
    versions: `${publicPath}${exportsPath}${name}/versions.json`,
    latest: `${publicPath}${exportsPath}${name}/latest/index.json`,
  }));
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': shortLived });
  response.end(JSON.stringify({ exports }));
}
