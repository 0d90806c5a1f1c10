import { readdir, realpath } from 'node:fs/promises';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { join } from 'node:path';
import send from 'send';
import type { ExportDestination } from '#config/export-destinations.ts';
import { contentType, immutable, shortLived } from '#exports/file-headers.ts';
import { isVersionName } from '#exports/publish/version-name.ts';
import { Packer } from './compression/packer.ts';
import { exportsListPage, isExport, type ListedExport, listFolder, listingPage } from './exports-listing.ts';
import { textPageHeaders } from './page/text-page.ts';
import { hasDots, publishedFile } from './published-file.ts';
import { answerNotFound, type ErrorAnswer, refuse, refuseMethod } from './refuse.ts';
import { acceptedForm } from './stored-queries/accepted-form.ts';

/** Where published exports are served. */
export const exportsPath = '/exports/';

/** Handles a request for the path of a published export and returns true; returns false for any other request. */
export type ExportsHandler = (path: string, request: IncomingMessage, response: ServerResponse) => boolean;

const methods = 'GET, HEAD';

/** Applications of every origin may read the files, parts of them too. */
const cors: OutgoingHttpHeaders = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'Accept-Ranges, Content-Length, Content-Range, ETag, Last-Modified',
};

const preflight: OutgoingHttpHeaders = {
  ...cors,
  'access-control-allow-methods': `${methods}, OPTIONS`,
  'access-control-allow-headers': 'range, if-range, if-none-match, if-modified-since',
  'access-control-max-age': '86400',
};

/**
 * Serves what is published in the folders among the destinations: `/exports/` lists the exports, `/exports/NAME/…` are their files, with
 * ranges and conditional requests, and listings of their folders. A version is cached for ever, what leads to the latest for a minute.
 */
export function serveExports(
  destinations: readonly ExportDestination[],
  publicPath = '',
  packer = new Packer(),
): ExportsHandler {
  const folders = destinations.flatMap((one) => (one.kind === 'folder' ? [one.path] : []));
  return (path, request, response) => {
    if (!path.startsWith(exportsPath) && `${path}/` !== exportsPath) return false;
    const { method } = request;
    if (method === 'OPTIONS') response.writeHead(204, preflight).end();
    else if (method !== 'GET' && method !== 'HEAD') refuseMethod(request, response, methods);
    else {
      const asked = { publicPath, packer, request, response };
      answer(folders, path.slice(exportsPath.length), asked).catch(() => fail(response, unreadable));
    }
    return true;
  };
}

interface Asked {
  /** The path under which Concord is served; empty at the root. */
  readonly publicPath: string;
  readonly packer: Packer;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

const unreadable: ErrorAnswer = {
  status: 500,
  code: 'INTERNAL_SERVER_ERROR',
  message: 'The exports cannot be read at the moment.',
};

/** Why a file is not sent. */
function errorOf(request: IncomingMessage, status: number, headers: OutgoingHttpHeaders = {}): ErrorAnswer {
  if (status === 416) {
    const message = `Range: found ${shown(request.headers.range)}, expected a range within the file.`;
    return { status, code: 'RANGE_NOT_SATISFIABLE', message, headers };
  }
  if (status === 412) {
    const message = 'The file is not the one that If-Match or If-Unmodified-Since names.';
    return { status, code: 'PRECONDITION_FAILED', message };
  }
  if (status >= 500) return unreadable;
  return { status, code: 'BAD_REQUEST', message: `path: found ${shown(pathOf(request))}, expected that of a file.` };
}

const longestShown = 100;
const shown = (text = '') => JSON.stringify(text.slice(0, longestShown));

async function answer(folders: readonly string[], path: string, asked: Asked): Promise<void> {
  const { publicPath, request, response } = asked;
  if (`${pathOf(request)}/` === exportsPath) return toFolder(response, 'exports');
  if (path === '') return list(folders, publicPath, asked);
  const [name = '', second = ''] = path.split('/');
  const root = await folderOf(folders, name);
  const nothing = (message: string) => answerNotFound(request, response, message);
  if (root === null || !(await isExport(root, name)))
    return nothing(`There is no export ${JSON.stringify(name)}; ${exportsPath} lists them.`);
  if (hasDots(path)) return fail(response, errorOf(request, 403));
  const found = await publishedFile(root, path);
  if (found === null) return nothing(noFile);
  const file = send(request, `/${found}`, { root, index: false, dotfiles: 'ignore', cacheControl: false });
  file.on('headers', (reply: ServerResponse) => {
    reply.setHeader('cache-control', isVersionName(second) ? immutable : shortLived);
    reply.setHeader('content-type', contentType(path));
    reply.setHeaders(new Map(Object.entries(cors)) as Map<string, string>);
    reply.setHeader('x-content-type-options', 'nosniff');
  });
  // Called by events of files and sockets: what is thrown here would end the process.
  file.on('error', ({ status, headers }: { readonly status: number; readonly headers?: OutgoingHttpHeaders }) => {
    if (status === 404 && !response.headersSent) nothing(noFile);
    else fail(response, errorOf(request, status, headers));
  });
  file.on('directory', (_reply: ServerResponse, folder: string) => {
    answerFolder({ root, path, folder }, asked).catch(() => fail(response, unreadable));
  });
  file.pipe(response);
}

/** A folder below `root`; `path` is that of its address. */
interface Folder {
  readonly root: string;
  readonly path: string;
  readonly folder: string;
}

async function answerFolder({ root, path, folder }: Folder, asked: Asked): Promise<void> {
  const { response } = asked;
  const parts = path.split('/');
  if (!path.endsWith('/')) return toFolder(response, parts.at(-1) ?? '');
  const listing = await listFolder(root, path, folder);
  await answerListing(asked, listing, () => listingPage(listing));
}

const noFile = 'The file does not exist.';

const pathOf = ({ url = '' }: IncomingMessage) => url.split('?', 1)[0] ?? '';

/** Sends a client to the address of a folder as its listing has it: with a slash at its end, so that links in it lead into the folder. */
function toFolder(response: ServerResponse, last: string): void {
  response.writeHead(301, { ...cors, location: `./${last}/`, 'cache-control': shortLived }).end();
}

/** Answers a listing: to a browser as a page, else as JSON. */
async function answerListing({ packer, request, response }: Asked, listing: object, page: () => string): Promise<void> {
  const isPage = acceptedForm(request.headers.accept, ['application/json', 'text/html']) === 'text/html';
  const body = isPage ? page() : JSON.stringify(listing);
  const headers = {
    ...(isPage ? textPageHeaders : { 'content-type': 'application/json' }),
    ...cors,
    'cache-control': shortLived,
    vary: 'Accept, Accept-Encoding',
    'content-length': Buffer.byteLength(body),
  };
  const sent = await (packer.packed(request, headers['content-length'], { headers, body }) ?? { headers, body });
  response.writeHead(200, sent.headers).end(sent.body);
}

function fail(response: ServerResponse, error: ErrorAnswer): void {
  if (response.headersSent) response.destroy();
  else refuse(response, { ...error, headers: { ...cors, ...error.headers } });
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

async function list(folders: readonly string[], publicPath: string, asked: Asked): Promise<void> {
  const names = new Set<string>();
  for (const folder of folders) {
    for (const name of await readdir(folder).catch(() => [])) {
      const root = await folderOf([folder], name);
      if (root !== null && (await isExport(root, name))) names.add(name);
    }
  }
  const exports = [...names].sort().map(
    (name): ListedExport => ({
      name,
      versions: `${publicPath}${exportsPath}${name}/versions.json`,
      latest: `${publicPath}${exportsPath}${name}/latest/index.json`,
    }),
  );
  await answerListing(asked, { exports }, () => exportsListPage(exports));
}
