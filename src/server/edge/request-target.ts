import type { IncomingMessage, ServerResponse } from 'node:http';

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
