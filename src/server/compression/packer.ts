import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';

/** Shorter bodies fit into one packet as they are. */
const leastBytes = 1_024;

/** Whether an answer of so many bytes is packed for those who take it so. */
export const isLongEnough = (bytes: number): boolean => bytes > leastBytes;

/** Of packed answers that have a tag, for whoever asks the same next. */
const mostKeptBytes = 32 * 2 ** 20;
/** Of all bodies that are being packed; what comes beyond is sent as it is. */
const mostBytesAtOnce = 64 * 2 ** 20;

const brotliParams = {
  [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  [constants.BROTLI_PARAM_QUALITY]: 3,
  [constants.BROTLI_PARAM_LGWIN]: 18,
};

// Both are done by threads of zlib. The window bounds their memory. Higher levels take twice as long and more for a twentieth less.
const packers = {
  br: (bytes: number) =>
    createBrotliCompress({ params: { ...brotliParams, [constants.BROTLI_PARAM_SIZE_HINT]: bytes } }),
  gzip: () => createGzip({ level: 2 }),
};

/** Piece by piece: to join the pieces of a long table alone would keep others waiting for a fifth of a second. */
function pack(encoding: Encoding, bytes: number, body: Packable['body']): Promise<Buffer> {
  const packer = packers[encoding](bytes);
  for (const piece of Array.isArray(body) ? body : [body]) packer.write(piece);
  packer.end();
  return buffer(packer);
}

/** An answer before it is sent. */
export interface Packable {
  readonly headers: OutgoingHttpHeaders;
  readonly body: string | Buffer | readonly Buffer[];
}

/** An answer that is packed, its length and tag with it. */
export interface Packed {
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

/** Packs the answers of one server for the clients that take them packed. */
export class Packer {
  readonly #kept: LRUCache<string, Buffer>;
  #bytesAtOnce = 0;

  /** `sharers` is how many of its kind the memory is divided among. */
  constructor(sharers = 1) {
    this.#kept = new LRUCache({
      maxSize: Math.ceil(mostKeptBytes / sharers),
      sizeCalculation: (body, tag) => body.length + tag.length + 100,
    });
  }

  /**
   * Packs an answer of so many bytes if its client wants that and it is long enough; null, without waiting for anything, for one that is sent as it
   * is. So is the answer to HEAD. The tag of a packed answer is weak: its bytes are not those of the tag.
   */
  packed(request: IncomingMessage, bytes: number, answer: Packable): Promise<Packed> | null {
    const accepted = request.headers['accept-encoding'];
    if (accepted === undefined || !isLongEnough(bytes) || request.method === 'HEAD') return null;
    const encoding = acceptedEncoding(String(accepted));
    if (encoding === null || answer.headers['content-encoding'] !== undefined) return null;
    const { etag } = answer.headers;
    const key = typeof etag === 'string' ? `${encoding} ${etag}` : null;
    const kept = key === null ? undefined : this.#kept.get(key);
    if (kept === undefined && this.#bytesAtOnce + bytes > mostBytesAtOnce) return null;
    return this.#pack(encoding, bytes, answer, key, kept);
  }

  async #pack(
    encoding: Encoding,
    bytes: number,
    { headers, body }: Packable,
    key: string | null,
    kept: Buffer | undefined,
  ): Promise<Packed> {
    let packed = kept;
    if (packed === undefined) {
      this.#bytesAtOnce += bytes;
      try {
        packed = await pack(encoding, bytes, body);
      } finally {
        this.#bytesAtOnce -= bytes;
      }
      if (key !== null) this.#kept.set(key, packed);
    }
    return {
      headers: { ...headers, ...packedHeaders(headers, encoding), 'content-length': packed.length },
      body: packed,
    };
  }
}

/** The headers that change when an answer is packed. */
export function packedHeaders({ etag, vary }: OutgoingHttpHeaders, encoding: Encoding): OutgoingHttpHeaders {
  const varies = String(vary ?? '');
  return {
    'content-encoding': encoding,
    vary: /\baccept-encoding\b/i.test(varies) ? varies : [varies, 'Accept-Encoding'].filter(Boolean).join(', '),
    ...(typeof etag === 'string' && { etag: etag.startsWith('W/') ? etag : `W/${etag}` }),
  };
}

/** How the body of an answer is packed. */
export type Encoding = 'br' | 'gzip';

// The one that packs better first.
const encodings: readonly Encoding[] = ['br', 'gzip'];

// Clients send few different headers, each with every request.
const read = new Map<string, Encoding | null>();
const mostRead = 200;

/** The packing that a client wants most by its Accept-Encoding header; null when it takes the answer only as it is. */
export function acceptedEncoding(header: string | undefined): Encoding | null {
  if (header === undefined) return null;
  const before = read.get(header);
  if (before !== undefined) return before;
  const wanted = wantedMost(header);
  if (read.size < mostRead) read.set(header, wanted);
  return wanted;
}

function wantedMost(header: string): Encoding | null {
  const qualities = new Map<string, number>();
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim());
    const quality = parameters.find((text) => text.startsWith('q='))?.slice(2) ?? '1';
    qualities.set(
      name === 'x-gzip' ? 'gzip' : name,
      /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(quality) ? Number(quality) : 0,
    );
  }
  const ofOthers = qualities.get('*') ?? 0;
  let wanted: Encoding | null = null;
  let most = 0;
  for (const encoding of encodings) {
    const quality = qualities.get(encoding) ?? ofOthers;
    if (quality > most) [wanted, most] = [encoding, quality];
  }
  // Who would rather have it as it is says so.
  return (qualities.get('identity') ?? 0) > most ? null : wanted;
}
