import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import type { RequestRecord } from '../request-record.ts';
import { untilAllIsRead } from '../until-all-is-read.ts';
import { answerFormat } from './answer-format.ts';
import { questionIn } from './graphql-question.ts';
import type { HttpCaching } from './http-caching.ts';

/** What an address was found to ask. */
interface Asked {
  /** Null when it is not put well. */
  readonly key: string | null;
  readonly format: string | null;
  /** Names of the operation, for the record of a request that is not executed. */
  operation: string | null;
  storedOperation: string | null;
}

/** An answer, as far as it matters here. */
interface Answered {
  readonly status: number;
  /** The media type. */
  readonly format: string;
  /** What was asked, as `questionOf` has it, where that is known. */
  readonly question?: string | null;
}

const mostLetters = 8_000_000;

/** Caching of what is asked of the API by GET. */
export class GraphqlCaching {
  readonly #caching: HttpCaching;
  readonly #asked = new LRUCache<string, Asked>({
    maxSize: mostLetters,
    sizeCalculation: (_, address) => address.length + 200,
  });

  constructor(caching: HttpCaching) {
    this.#caching = caching;
  }

  /** Answers 304 and says true when the client has the present answer. */
  async answerUnchanged(request: IncomingMessage, response: ServerResponse, record: RequestRecord): Promise<boolean> {
    if (request.headers['if-none-match'] === undefined || !this.#caching.concerns(request)) return false;
    await untilAllIsRead();
    const { key, operation, storedOperation } = this.#askedIn(request);
    const headers = key === null ? null : this.#caching.unchanged(request, key);
    if (headers === null) return false;
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
    const asked = this.#askedIn(request, question);
    const isGood = status === 200 && record.errorCodes.length === 0;
    const isOfFormat = asked.format !== null && format.startsWith(asked.format);
    asked.operation = record.operation;
    asked.storedOperation = record.storedOperation;
    return this.#caching.headersOf(request, isOfFormat ? asked.key : null, isGood ? record.computedFrom : null);
  }

  #askedIn({ url = '', headers: { accept } }: IncomingMessage, known: string | null = null): Asked {
    const place = `${accept ?? ''} ${url}`;
    const before = this.#asked.get(place);
    if (before !== undefined) return before;
    const [format, question] = [answerFormat(accept), known ?? questionIn(url)];
    const key = format && question && this.#caching.keyOf(question, format);
    const asked = { key, format, operation: null, storedOperation: null };
    this.#asked.set(place, asked);
    return asked;
  }
}
