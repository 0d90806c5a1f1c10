import type { IncomingMessage } from 'node:http';
import { addressParameters } from '#stored-queries/address-parameters.ts';
import { storedQueriesPath } from '../query-address.ts';

/** The addresses of a stored query with its parameters, and of what is said of it. */
export interface FeedAddresses {
  /** The answer as it is now. */
  readonly answer: string;
  readonly atom: string;
  readonly jsonFeed: string;
  /** The answer as of a revision. */
  readonly answerAt: (revision: number) => string;
}

/** `root` is put before the addresses: an origin, the path under which Concord is served, both or nothing. */
export function feedAddresses(root: string, name: string, parameters: URLSearchParams): FeedAddresses {
  const kept = new URLSearchParams(parameters);
  const { version: _, ...ofForm } = addressParameters;
  for (const parameter of Object.values(ofForm)) kept.delete(parameter);
  const address = (ending: string, asOfRevision?: number) => {
    const all = new URLSearchParams(kept);
    if (asOfRevision !== undefined) all.set(addressParameters.revision, String(asOfRevision));
    return `${root}${storedQueriesPath}${name}${ending}${all.size === 0 ? '' : `?${all}`}`;
  };
  return {
    answer: address(''),
    atom: address('.atom'),
    jsonFeed: address('.feed.json'),
    answerAt: (revision) => address('', revision),
  };
}

/** Characters of that header: proxies refuse answers whose headers are long, by default from 4,096 on. */
const longestLinks = 2_000;

/** The value of the header by which feed readers find the feeds of an answer; null when it would be too long. */
export function feedLinks(publicPath: string, name: string, parameters: URLSearchParams): string | null {
  const { atom, jsonFeed } = feedAddresses(publicPath, name, parameters);
  const links = `<${atom}>; rel="alternate"; type="application/atom+xml", <${jsonFeed}>; rel="alternate"; type="application/feed+json"`;
  return links.length > longestLinks ? null : links;
}

const hostForm = /^[\w.-]+(:\d{1,5})?$|^\[[\da-f:.]+\](:\d{1,5})?$/i;

/**
 * The origin at which a client asked, for the addresses in what it stores. With proxies that are believed, what the nearest of them says the client asked.
 */
export function originOf({ headers, socket }: IncomingMessage, proxies: number): string {
  const forwarded = (name: string) =>
    (proxies > 0
      ? String(headers[name] ?? '')
          .split(',')
          .at(-1)
          ?.trim()
      : '') || null;
  const host = [forwarded('x-forwarded-host'), headers.host].find((one) => one != null && hostForm.test(one));
  const isEncrypted = forwarded('x-forwarded-proto')?.toLowerCase() === 'https';
  return `${isEncrypted ? 'https' : 'http'}://${host ?? `127.0.0.1:${socket.localPort}`}`;
}
