import type { IncomingMessage, ServerResponse } from 'node:http';

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
