import type { Plugin } from 'graphql-yoga';
import { hasTag } from '../caching/http-caching.ts';
import { documentIdParameter } from '../documents/asked-document.ts';
import { acceptedForm } from '../stored-queries/accepted-form.ts';
import { renderPage } from './playground-page.ts';

/** Parameters of which a request has one when it asks for a document that the page cannot show. */
const asksOtherwise = [documentIdParameter, 'extensions'];

/** Whether a client wants a page rather than JSON, as browsers do of whatever is opened in them. */
export const wantsPage = (accept: string | undefined): boolean =>
  accept?.includes('text/html') === true && acceptedForm(accept, ['application/json', 'text/html']) === 'text/html';

/** Whether a client that wants a page gets it at an address of the API with these parameters, which may ask a query. */
export const opensPlayground = (parameters: URLSearchParams): boolean =>
  !asksOtherwise.some((name) => parameters.has(name));

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
