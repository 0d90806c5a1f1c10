import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { Plugin } from 'graphql-yoga';
import { hasTag } from '../caching/http-caching.ts';
import { documentIdParameter } from '../documents/asked-document.ts';
import { securityWith, sourceOf } from '../page/page-security.ts';
import { acceptedForm } from '../stored-queries/accepted-form.ts';

/** The page: GraphiQL with all assets inline, so that no other host is contacted. It has some megabytes, so it is built and compressed once. */
function renderPage(endpoint: string) {
  const html = renderGraphiQL({
    title: 'Concord playground',
    endpoint,
    favicon: 'data:,',
    defaultTabs: examples.map((query) => ({ query })),
    shouldPersistHeaders: false,
  });
  const opening = html.lastIndexOf(optionsBegin);
  if (opening < 0) throw new Error('The page of GraphiQL has no place for the options.');
  const options = html
    .slice(opening + 1)
    .replace(`"endpoint":${JSON.stringify(endpoint)}`, '"endpoint":location.pathname');
  const plain = Buffer.from(`${html.slice(0, opening)}{...(${askedFor})(),${options}`);
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  return { plain, packed: gzipSync(plain), etag, security: securityOf(plain.toString()) };
}

/**
 * As the explorer's, with what GraphiQL cannot do without: its one script stands in the page, its editor makes styles and fetches none, has a font
 * in one of them and runs in workers whose scripts are in memory.
 */
function securityOf(html: string) {
  const script = html.slice(html.indexOf(scriptBegin) + scriptBegin.length, html.lastIndexOf('</script>'));
  return securityWith({
    'script-src': sourceOf(script),
    'style-src': "'unsafe-inline'",
    'img-src': "'self' data:",
    'font-src': 'data:',
    'worker-src': 'blob:',
    'require-trusted-types-for': '', // it writes HTML
  });
}

const scriptBegin = '<script>';

/** Parameters of which a request has one when it asks for a document that the page cannot show. */
const asksOtherwise = [documentIdParameter, 'extensions'];

/** Whether a client wants a page rather than JSON, as browsers do of whatever is opened in them. */
export const wantsPage = (accept: string | undefined): boolean =>
  accept?.includes('text/html') === true && acceptedForm(accept, ['application/json', 'text/html']) === 'text/html';

/** Whether a client that wants a page gets it at an address of the API with these parameters, which may ask a query. */
export const opensPlayground = (parameters: URLSearchParams): boolean =>
  !asksOtherwise.some((name) => parameters.has(name));

/** The options of the page, as they stand in its script. */
const optionsBegin = '{"title":';

/**
 * Runs in the browser: what the page is opened with is in the fragment of its address, `/graphql#query=…&variables=…`, or it is the address of an
 * answer, `/graphql?query=…&variables=…`.
 */
const askedFor = `() => {
  const parts = [location.hash, location.search].map((part) => new URLSearchParams(part.slice(1)));
  const asked = parts.find((part) => part.has('query'));
  return asked ? { query: asked.get('query'), variables: asked.get('variables') ?? '' } : {};
}`;

/** Serves the playground to a browser that opens the endpoint, also with a query in the address; requests for JSON are passed on. */
export function usePlayground(endpoint: string): Plugin {
  let page: ReturnType<typeof renderPage> | undefined;
  return {
    onRequest({ request, url, endResponse, fetchAPI }) {
      const isPage = request.method === 'GET' && url.pathname === endpoint;
      if (!isPage || !opensPlayground(url.searchParams) || !wantsPage(request.headers.get('accept') ?? undefined))
        return;
      page ??= renderPage(endpoint);
      const headers = {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-cache',
        etag: page.etag,
        vary: 'accept, accept-encoding',
        ...page.security,
      };
      const sent = request.headers.get('if-none-match') ?? '';
      if (sent.trim() === '*' || hasTag(sent, page.etag)) {
        endResponse(new fetchAPI.Response(null, { status: 304, headers }));
      } else if (request.headers.get('accept-encoding')?.includes('gzip')) {
        endResponse(new fetchAPI.Response(page.packed, { headers: { ...headers, 'content-encoding': 'gzip' } }));
      } else {
        endResponse(new fetchAPI.Response(page.plain, { headers }));
      }
    },
  };
}

const folder = new URL('./examples/', import.meta.url);

/** The example queries with which the playground opens, in their order: documents of one named operation each. */
export const examples: readonly string[] = readdirSync(folder)
  .sort()
  .map((name) => readFileSync(new URL(name, folder), 'utf8'));
