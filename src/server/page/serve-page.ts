import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { LRUCache } from 'lru-cache';
import { sentTag, wantsNoneOfAny } from '../caching/http-caching.ts';
import { acceptedEncoding, packedHeaders } from '../compression/packer.ts';
import { isEmbedAddress, isOfPage, isPageAddress } from '../read-request.ts';
import { answerNotFound, refuseMethod } from '../refuse.ts';
import { embedSecurity, pageSecurity } from './page-security.ts';
import type { PageSummary } from './page-summary.ts';
import { type PageFile, pageFrom, readPage } from './read-page.ts';
import { rootFrom } from './root-from.ts';
import { summarizedPage } from './summarized-page.ts';

/** Handles a request for a path of the explorer page and returns true; returns false for any other request. */
export type PageHandler = (path: string, request: IncomingMessage, response: ServerResponse) => boolean;

/** Where `npm run page` puts the page. */
const built = fileURLToPath(new URL('../../../dist', import.meta.url));

const missing = `The explorer page has not been built here. Build it with \`npm run page\` and start again.
The API with its playground: /graphql
`;

const mostSummarized = 500;

/** What the ledger says of the addresses of the page. */
export interface PageContents {
  /** The title and the description of an address; null while they are not known. */
  readonly summaryOf: (url: URL) => PageSummary | null;
  /** Whether there is what a path shows; where there is not, the page comes with the status 404. */
  readonly isThere: (path: string) => boolean;
}

export interface PageOptions extends PageContents {
  /** Who may show charts in a frame, as `frame-ancestors` of a Content-Security-Policy says it. */
  readonly embedAncestors: string;
  /** The folder of the built page. */
  readonly folder?: string;
}

/** Serves the explorer page at all its addresses, from memory. What has a hash in its name is cached for ever, the page itself is asked for again. */
export function servePage({ summaryOf, isThere, embedAncestors, folder = built }: PageOptions): PageHandler {
  const security = { page: pageSecurity, embed: embedSecurity(embedAncestors) };
  // Read with the first request: a command that only starts a server does without.
  let page: ReturnType<typeof readPage> | undefined;
  // The page names its files relative to its own address, of which there are few depths.
  const pages = new Map<string, PageFile>();
  const pageAt = (path: string): PageFile | undefined => {
    const root = rootFrom(path);
    const name = isEmbedAddress(path) ? '/embed.html' : '/index.html';
    const file = page?.get(name);
    const made = pages.get(root + name) ?? (file && pageFrom(file, root));
    if (made !== undefined) pages.set(root + name, made);
    return made;
  };
  const summarized = new LRUCache<string, PageFile>({ max: mostSummarized });
  const viewAt = (path: string, url = ''): PageFile | undefined => {
    const page = pageAt(path);
    const address = `http://localhost${url}`;
    const summary = URL.canParse(address) ? summaryOf(new URL(address)) : null;
    if (page === undefined || summary === null) return page;
    const key = JSON.stringify([page.etag, summary]);
    const before = summarized.get(key);
    if (before !== undefined) return before;
    const made = summarizedPage(page, summary);
    summarized.set(key, made);
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
    const file = isPage ? viewAt(path, request.url) : page?.get(path);
    const headers = isEmbedAddress(path) ? security.embed : security.page;
    if (file !== undefined) answer(file, isPage && !isThere(path) ? 404 : 200, headers, request, response);
    else if (isPage) answerMissing(response);
    else answerNotFound(request, response);
    return true;
  };
}

function answer(
  file: PageFile,
  status: 200 | 404,
  security: OutgoingHttpHeaders,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const headers: OutgoingHttpHeaders = {
    ...security,
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
