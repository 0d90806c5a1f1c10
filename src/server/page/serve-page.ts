import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { sentTag, wantsNoneOfAny } from '../caching/http-caching.ts';
import { acceptedEncoding, packedHeaders } from '../compression/packer.ts';
import { isOfPage, isPageAddress } from '../read-request.ts';
import { answerNotFound, refuseMethod } from '../refuse.ts';
import { pageSecurity } from './page-security.ts';
import { type PageFile, pageFrom, readPage } from './read-page.ts';
import { rootFrom } from './root-from.ts';

/** Handles a request for a path of the explorer page and returns true; returns false for any other request. */
export type PageHandler = (path: string, request: IncomingMessage, response: ServerResponse) => boolean;

/** Where `npm run page` puts the page. */
const built = fileURLToPath(new URL('../../../dist', import.meta.url));

const missing = `The explorer page has not been built here. Build it with \`npm run page\` and start again.
The API with its playground: /graphql
`;

/**
 * Serves the explorer page at all its addresses, from memory; with the status 404 where `isThere` says that the ledger has no such record. What has a
 * hash in its name is cached for ever, the page itself is asked for again.
 */
export function servePage(isThere: (path: string) => boolean, folder = built): PageHandler {
  // Read with the first request: a command that only starts a server does without.
  let page: ReturnType<typeof readPage> | undefined;
  // The page names its files relative to its own address, of which there are few depths.
  const pages = new Map<string, PageFile>();
  const pageAt = (path: string): PageFile | undefined => {
    const root = rootFrom(path);
    const index = page?.get('/index.html');
    const made = pages.get(root) ?? (index && pageFrom(index, root));
    if (made !== undefined) pages.set(root, made);
    return made;
  };
  return (path, request, response) => {
    if (!isOfPage(path)) return false;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      refuseMethod(request, response, 'GET, HEAD');
      return true;
    }
    page ??= readPage(folder);
    const isPage = isPageAddress(path);
    const file = isPage ? pageAt(path) : page?.get(path);
    if (file !== undefined) answer(file, isPage && !isThere(path) ? 404 : 200, request, response);
    else if (isPage) answerMissing(response);
    else answerNotFound(request, response);
    return true;
  };
}

function answer(file: PageFile, status: 200 | 404, request: IncomingMessage, response: ServerResponse): void {
  const headers: OutgoingHttpHeaders = {
    ...pageSecurity,
    'content-type': file.contentType,
    'cache-control': file.hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: file.etag,
    vary: 'Accept-Encoding',
  };
  const sent = request.headers['if-none-match'] ?? '';
  const etag = wantsNoneOfAny(request) ? file.etag : sentTag(sent, file.etag);
  if (etag !== null && status === 200) {
    response.writeHead(304, { ...headers, etag }).end();
    return;
  }
  const encoding = acceptedEncoding(request.headers['accept-encoding']?.toString());
  const body = file.bodies[encoding ?? 'identity'];
  const packing = encoding === null ? {} : packedHeaders(headers, encoding);
  response.writeHead(status, { ...headers, ...packing, 'content-length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function answerMissing(response: ServerResponse): void {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
  response.writeHead(503, headers).end(missing);
}
