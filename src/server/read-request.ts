import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { FetchAPI, GraphQLParams } from 'graphql-yoga';
import { decodeText } from '#text/decode-text.ts';
import { documentIdParameter } from './documents/asked-document.ts';
import { charts } from './page/charts.ts';
import { acceptedForm } from './stored-queries/accepted-form.ts';

/**
 * The target of a request in the form that servers usually get. Proxies send the absolute form, `http://host/path?query`, and every server has to
 * take it (RFC 9112, 3.2.2); what is no absolute address stays as it is.
 */
export function originForm(target: string): string {
  const [, rest] = /^https?:\/\/[^/?#]*(.*)$/is.exec(target) ?? [];
  if (rest === undefined) return target;
  return rest.startsWith('/') ? rest : `/${rest}`;
}

const encodedBytes = /(?:%[0-9a-f]{2})+/gi;
const aboveAscii = /%[89a-f]/i;

/**
 * Whether the percent-encoded bytes of a target are UTF-8: for others, whatever reads parameters later would take U+FFFD. Bytes beyond ASCII that are not
 * encoded are refused by Node.
 */
export const isUtf8Target = (target: string): boolean =>
  !aboveAscii.test(target) || (target.match(encodedBytes) ?? []).every(isEncodedUtf8);

function isEncodedUtf8(bytes: string): boolean {
  try {
    decodeURIComponent(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Takes the path under which Concord is public from the address of a request whose proxy left it there. */
export function takePublicPath(request: IncomingMessage, publicPath: string): void {
  const { url = '/' } = request;
  if (publicPath !== '' && url.startsWith(`${publicPath}/`)) request.url = url.slice(publicPath.length);
}

/** Leads a request for the public path alone to the page, whose links are relative to its slash. True when it did. */
export function addSlash(request: IncomingMessage, response: ServerResponse, publicPath: string): boolean {
  const { url = '/' } = request;
  if (publicPath === '' || url.split('?', 1)[0] !== publicPath) return false;
  response.writeHead(308, { location: `${publicPath}/${url.slice(publicPath.length)}` }).end();
  return true;
}

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

/** A request put as most clients put it. */
export interface PlainRequest {
  readonly parameters: GraphQLParams & { readonly variables: Readonly<Record<string, unknown>> };
  readonly format: AnswerFormat;
  readonly isGet: boolean;
}

/** Parameters of which a request has one when it asks for a document that the page cannot show. */
const asksOtherwise = [documentIdParameter, 'extensions'];

/** Whether a client wants a page rather than JSON, as browsers do of whatever is opened in them. */
export const wantsPage = (accept: string | undefined): boolean =>
  accept?.includes('text/html') === true && acceptedForm(accept, ['application/json', 'text/html']) === 'text/html';

/** Whether a client that wants a page gets it at an address of the API with these parameters, which may ask a query. */
export const opensPlayground = (parameters: URLSearchParams): boolean =>
  !asksOtherwise.some((name) => parameters.has(name));

/** Headers with which a request is for Yoga: it needs an API key, a revision, or unpacking. */
const unusual = ['authorization', 'content-encoding', 'concord-at-least-revision'] as const;

const understood: ReadonlySet<string> = new Set([
  'query',
  'variables',
  'operationName',
  'extensions',
  documentIdParameter,
]);

const addressStart = `${graphqlEndpoint}?`;

/** What a request asks if it is put plainly, as a GET or a POST of JSON by somebody unknown; null for everything else, and for what is put wrongly. */
export function plainRequest({ method, url = '', headers }: IncomingMessage, body: Buffer): PlainRequest | null {
  const isGet = method === 'GET' && url.startsWith(addressStart);
  const isPost = method === 'POST' && url === graphqlEndpoint && isJson(headers);
  if (!(isGet || isPost) || unusual.some((name) => headers[name] !== undefined)) return null;
  const format = answerFormat(headers.accept);
  if (format === null || (isGet && wantsPage(headers.accept))) return null;
  const parameters = isGet ? ofAddress(url) : jsonBody(body);
  if (parameters === null) return null;
  for (const name in parameters) if (!understood.has(name)) return null;
  const { query, operationName, extensions, variables } = parameters;
  if (!(isText(query) && isText(operationName) && isObjectOrNull(extensions) && isObjectOrNull(variables))) return null;
  return { parameters: { ...parameters, variables: variables ?? {} }, format, isGet };
}

const isJson = ({ 'content-type': type }: IncomingHttpHeaders) =>
  type === 'application/json' || type === 'application/json; charset=utf-8';

const isText = (value: unknown): value is string | null | undefined => value == null || typeof value === 'string';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isObjectOrNull = (value: unknown): value is Readonly<Record<string, unknown>> | null | undefined =>
  value == null || isObject(value);

/** The parameters in the address of a GET; null when one is given twice, is not encoded well, or is no JSON where it should be. */
function ofAddress(url: string): Readonly<Record<string, unknown>> | null {
  const parameters: Record<string, unknown> = {};
  // Taken apart here: `URLSearchParams` takes as long as all else that is done before a question is executed.
  for (const pair of url.slice(addressStart.length).split('&')) {
    const middle = pair.indexOf('=');
    const name = middle === -1 ? pair : pair.slice(0, middle);
    const text = middle === -1 ? '' : decoded(pair.slice(middle + 1));
    if (text === null || name in parameters) return null;
    if (name !== 'variables' && name !== 'extensions') parameters[name] = text;
    else if (text !== '') {
      const value = jsonObject(text);
      if (value === null) return null;
      parameters[name] = value;
    }
  }
  return parameters;
}

/** A part of an address; null when that is no UTF-8, percent-encoded. */
function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part.includes('+') ? part.replaceAll('+', ' ') : part);
  } catch {
    return null;
  }
}

/** The object in a body; null when it is no object, or not UTF-8. */
function jsonBody(body: Buffer): Readonly<Record<string, unknown>> | null {
  const text = decodeText(body);
  return typeof text === 'string' ? jsonObject(text) : null;
}

function jsonObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

const json = 'application/json';
const graphqlResponse = 'application/graphql-response+json';

export type AnswerFormat = typeof json | typeof graphqlResponse;

/** The media type that the GraphQL server chooses for an Accept header; null when it is none of its usual ones. */
export function answerFormat(accept = '*/*'): AnswerFormat | null {
  for (const range of accept.replace(/\s/g, '').toLowerCase().split(',')) {
    const [type = '', ...parameters] = range.split(';');
    if (parameters.some((parameter) => /charset=(?!utf-8$)/.test(parameter))) continue;
    if (type === json || type === 'application/*' || type === '*/*') return json;
    if (type === graphqlResponse) return graphqlResponse;
  }
  return null;
}
