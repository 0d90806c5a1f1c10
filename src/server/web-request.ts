import type { IncomingMessage } from 'node:http';
import type { GraphqlServer } from './create-yoga.ts';

/** The request as the GraphQL server takes it; null when its address or its method is none that such a server answers. */
export function webRequest(
  { fetchAPI }: GraphqlServer['yoga'],
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
