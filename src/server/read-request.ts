import type { IncomingMessage } from 'node:http';
import type { FetchAPI } from 'graphql-yoga';
import { charts } from './page/charts.ts';

const byteOrderMark = Buffer.from('\ufeff');

/** Some clients on Windows begin every text with it; nothing of what is sent means it. */
const withoutMark = (body: Buffer): Buffer =>
  body[0] === byteOrderMark[0] && body.subarray(0, 3).equals(byteOrderMark) ? body.subarray(3) : body;

const nothing = Buffer.alloc(0);

/**
 * The whole body of a request, however it is transferred, without a byte order mark; or why there is none: it is longer than `limit` bytes (announced, or found to be),
 * or the client went away.
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | 'TOO_LARGE' | 'CUT_OFF'> {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  if (length === undefined && encoding === undefined) return nothing;
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const add = (chunk: Buffer) => {
      length += chunk.length;
      if (length > limit) tooLarge();
      else chunks.push(chunk);
    };
    const tooLarge = () => {
      // What still comes is thrown away.
      request.off('data', add).resume();
      resolve('TOO_LARGE');
    };
    if (Number(request.headers['content-length'] ?? 0) > limit) {
      tooLarge();
      return;
    }
    request.on('data', add);
    request.on('end', () => resolve(withoutMark(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks))));
    request.on('close', () => resolve('CUT_OFF'));
  });
}

let reading: Promise<void> | null = null;

/**
 * Resolves when all requests are read that have arrived by now. Who waits for it is resumed together, so that one step of answering is taken for
 * all of them before the next (docs/decisions/throughput.md). Alone, one waits a few microseconds.
 */
export function untilAllIsRead(): Promise<void> {
  // Sockets are read in one phase of the event loop; immediates come right after it.
  reading ??= new Promise((resolve) =>
    setImmediate(() => {
      reading = null;
      resolve();
    }),
  );
  return reading;
}

/** The request as the GraphQL server takes it; null when its address or its method is none that such a server answers. */
export function webRequest(
  { fetchAPI }: { readonly fetchAPI: Pick<FetchAPI, 'Request'> },
  { method = 'GET', headers, url = '' }: IncomingMessage,
  body: Buffer,
): Request | null {
  const hasBody = body.length > 0 && method !== 'GET' && method !== 'HEAD';
  // A HEAD is answered as a GET; node leaves the body out.
  const asked = method === 'HEAD' ? 'GET' : method;
  if (!url.startsWith('/') || !URL.canParse(url, 'http://localhost')) return null;
  try {
    return new fetchAPI.Request(`http://localhost${url}`, {
      method: asked,
      headers: headers as Record<string, string>, // node joins repeated headers, but for set-cookie, which only servers send
      body: hasBody ? (body as BodyInit) : null,
    });
  } catch {
    return null; // such as TRACE, which the Fetch API has not
  }
}

/** Where the API is. */
export const graphqlEndpoint = '/graphql';

/** The target of a request, without the slash that some clients put after the address of the API. */
export function withoutSlash(url: string | undefined): string | undefined {
  if (url === undefined || !url.startsWith(`${graphqlEndpoint}/`)) return url;
  const rest = url.slice(graphqlEndpoint.length + 1);
  return rest === '' || rest.startsWith('?') ? graphqlEndpoint + rest : url;
}

/** The views of the explorer page; the first part of an address names one. */
const views = ['compare', 'matrix', 'votes', 'search', 'about'];
/** Those that show the record whose key is the second part, or without one a list of them. */
const records = ['party', 'issue', 'proposition', 'document', 'vote'] as const;

export type RecordView = (typeof records)[number];

const address = new RegExp(`^/(?:(?:${[...views, ...records].join('|')})/?)?$`);
const recordAddress = new RegExp(`^/(${records.join('|')})/([^/]+)/?$`);

const chartNames = Object.keys(charts).join('|');
const chartAddress = new RegExp(`^/chart/(?:${chartNames})/?$`);
const embedAddress = new RegExp(`^/embed/(?:${chartNames})/?$`);

/** Whether a path is one of a chart for the frame of another site. */
export const isEmbedAddress = (path: string): boolean => embedAddress.test(path);

/** Whether a path is one that the explorer page shows something at. The page itself reads the address; what it holds beyond the path is its own affair. */
export const isPageAddress = (path: string): boolean =>
  address.test(path) || recordAddress.test(path) || chartAddress.test(path) || isEmbedAddress(path);

/** The record that a path of the page shows, its key as it is written; null for a path of another view. */
export function recordOf(path: string): { readonly view: RecordView; readonly key: string } | null {
  const [, view, written] = recordAddress.exec(path) ?? [];
  if (view === undefined || written === undefined) return null;
  try {
    return { view: view as RecordView, key: decodeURIComponent(written) }; // as the expression has it
  } catch {
    return { view: view as RecordView, key: written };
  }
}

/** Whether a path is one of the page or of a file that it loads. */
export const isOfPage = (path: string): boolean => path.startsWith('/assets/') || isPageAddress(path);

/** Whether a request for a path is logged and counted: health checks come every few seconds, and the page is the same for all. */
export const isLogged = (path: string): boolean =>
  path === graphqlEndpoint || (path !== '/health' && path !== '/ready' && !isOfPage(path));
