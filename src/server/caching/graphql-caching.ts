import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import { canonicalJson } from '#ledger/canonical-json.ts';
import { documentIdParameter, namedIn } from '../documents/asked-document.ts';
import { hashOf } from '../documents/persisted-documents.ts';
import { answerFormat, opensPlayground, untilAllIsRead, wantsPage } from '../read-request.ts';
import type { RequestRecord } from '../request-record.ts';
import type { HttpCaching } from './http-caching.ts';

/** What an address was found to ask. */
interface Asked {
  /** Null when it is not put well. */
  readonly key: string | null;
  readonly format: string | null;
}

/** Names of an operation, for the record of a request that is not executed. */
type Names = Pick<RequestRecord, 'operation' | 'storedOperation'>;

/** An answer, as far as it matters here. */
interface Answered {
  readonly status: number;
  /** The media type. */
  readonly format: string;
  /** What was asked, as `questionOf` has it, where that is known. */
  readonly question?: string | null;
}

const base = 'http://localhost';
const mostLetters = 8_000_000;
const mostNamed = 20_000;

/** Caching of responses to GET requests of the API. */
export class GraphqlCaching {
  readonly #caching: HttpCaching;
  /** By Accept header and address, of requests that could be answered 304. */
  readonly #asked: LRUCache<string, Asked>;
  readonly #names: LRUCache<string, Names>;

  /** `sharers` is how many of its kind the memory is divided among. */
  constructor(caching: HttpCaching, sharers = 1) {
    this.#caching = caching;
    this.#asked = new LRUCache({
      maxSize: Math.ceil(mostLetters / sharers),
      sizeCalculation: (_, address) => address.length + 200,
    });
    this.#names = new LRUCache({ max: Math.ceil(mostNamed / sharers) });
  }

  /** Responds with 304 and returns true when the client's cached response is current. */
  async answerUnchanged(request: IncomingMessage, response: ServerResponse, record: RequestRecord): Promise<boolean> {
    if (!this.#caching.concerns(request)) return false;
    await untilAllIsRead();
    const { key } = this.#askedIn(request);
    const headers = key === null ? null : this.#caching.unchanged(request, key);
    if (key === null || headers === null) return false;
    const { operation = null, storedOperation = null } = this.#names.get(key) ?? {};
    record.operation = operation;
    record.storedOperation = storedOperation;
    response.writeHead(304, headers).end();
    return true;
  }

  /** The headers that say whether an answer may be kept; none for one that no cache would keep anyway. */
  headersOf(
    request: IncomingMessage,
    record: RequestRecord,
    { status, format, question = null }: Answered,
  ): OutgoingHttpHeaders {
    const { method = '' } = request;
    if (method !== 'GET' && method !== 'HEAD') return {};
    const isGood = status === 200 && record.errorCodes.length === 0;
    const asked = question === null ? this.#askedIn(request) : { key: this.#caching.keyOf(question, format), format };
    const isOfFormat = asked.format !== null && format.startsWith(asked.format);
    const headers = this.#caching.headersOf(
      request,
      isOfFormat ? asked.key : null,
      isGood ? record.computedFrom : null,
    );
    if (asked.key !== null && 'etag' in headers) this.#remember(asked.key, record);
    return headers;
  }

  /** Most answers are to what was asked before under the same names. */
  #remember(key: string, { operation, storedOperation }: Names): void {
    const known = this.#names.get(key);
    if (known?.operation === operation && known.storedOperation === storedOperation) return;
    this.#names.set(key, { operation, storedOperation });
  }

  #askedIn({ url = '', headers: { accept } }: IncomingMessage): Asked {
    const address = `${accept ?? ''} ${url}`;
    const before = this.#asked.get(address);
    if (before !== undefined) return before;
    // A browser that opens an address has the tag of the answer that a script got there, and wants the page all the same.
    const isForPage = wantsPage(accept) && URL.canParse(url, base) && opensPlayground(new URL(url, base).searchParams);
    const [format, question] = [answerFormat(accept), isForPage ? null : questionIn(url)];
    const asked = { key: format && question && this.#caching.keyOf(question, format), format };
    this.#asked.set(address, asked);
    return asked;
  }
}

/** The canonical form of a query to the API. `documentHash` is that of the document's text. */
export const questionOf = (documentHash: string, operationName: string | null, variables: unknown): string =>
  canonicalJson([documentHash, operationName, variables]);

/**
 * What a GET of the API asks, in that form. Null when it is not put well: the GraphQL server says how.
 */
export function questionIn(address: string): string | null {
  if (!URL.canParse(address, 'http://localhost')) return null;
  const { searchParams } = new URL(address, 'http://localhost');
  const given = (name: string) => searchParams.get(name) || null;
  try {
    const json = (name: string): unknown => JSON.parse(given(name) ?? 'null');
    const document = documentHash(given('query'), searchParams.get(documentIdParameter), json('extensions'));
    return document && questionOf(document, given('operationName'), json('variables') ?? {});
  } catch {
    return null; // no JSON, or too deep
  }
}

function documentHash(query: string | null, documentId: string | null, extensions: unknown): string | null {
  const named = namedIn({ documentId, extensions: Object(extensions) });
  if (named === null) return query && hashOf(query);
  if ('code' in named || (query !== null && hashOf(query) !== named.hash)) return null;
  return named.hash;
}
