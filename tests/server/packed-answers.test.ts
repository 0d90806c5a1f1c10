import { once } from 'node:events';
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { acceptedEncoding, Packer } from '#server/compression/packer.ts';
import { useServer } from '../api/running-server.ts';
import { addressOf } from '../documents/ask.ts';
import { exportTo, scratchFolder } from '../exports/export-to.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase('seeded');
const out = await scratchFolder();
const server = useServer(database, { destinations: [{ name: 'local', kind: 'folder', path: out }] });
beforeAll(async () => void (await exportTo(database, out)));

const long = '{ documents(first: 50, orderBy: DATE_ASC) { nodes { key title publisher } } }';
const short = '{ party(key: "CN") { name } }';

interface Sent {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

/** Asks with just these headers, and unpacks nothing. */
async function sent(path: string, headers: Record<string, string> = {}, body: string | null = null): Promise<Sent> {
  const method = body === null ? 'GET' : 'POST';
  const asking = request(new URL(path, server.url()), { method, headers, agent: false });
  asking.end(body ?? undefined);
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  const bytes = Buffer.concat(await Array.fromAsync(response));
  return { status: response.statusCode ?? 0, headers: response.headers, bytes };
}

const unpacked = ({ headers, bytes }: Sent): string => {
  const { 'content-encoding': encoding } = headers;
  if (encoding === undefined) return bytes.toString();
  return (encoding === 'br' ? brotliDecompressSync(bytes) : gunzipSync(bytes)).toString();
};

const pathOf = (query: string) => {
  const { pathname, search } = addressOf(server.url(), { query });
  return `${pathname}${search}`;
};
const posted = (query: string, accepted?: string) =>
  sent(
    '/graphql',
    { 'content-type': 'application/json', ...(accepted !== undefined && { 'accept-encoding': accepted }) },
    JSON.stringify({ query }),
  );

describe.each(['br', 'gzip'])('to who accepts %s', (encoding) => {
  const accepted = { 'accept-encoding': encoding };

  test.each([
    ['an answer by GET', () => pathOf(long)],
    ['a stored query as JSON', () => '/q/comparison'],
    ['a stored query as a table', () => '/q/comparison.csv'],
    ['the list of stored queries', () => '/q/'],
    ['the folder of an export', () => '/exports/ledger/latest/'],
  ])('%s is sent packed, and is the same', async (_what, path) => {
    const [plain, packed] = [await sent(path()), await sent(path(), accepted)];
    expect(packed.headers['content-encoding']).toBe(encoding);
    expect(packed.headers.vary).toMatch(/\bAccept-Encoding\b/);
    expect(packed.headers['content-length']).toBe(String(packed.bytes.length));
    expect(packed.bytes.length).toBeLessThan(plain.bytes.length);
    expect(unpacked(packed)).toBe(plain.bytes.toString());
  });

  test('an answer by POST is too', async () => {
    const packed = await posted(long, encoding);
    expect(packed.headers['content-encoding']).toBe(encoding);
    expect(unpacked(packed)).toBe((await posted(long)).bytes.toString());
  });

  test('one that fits into a packet is sent as it is', async () => {
    for (const answer of [await posted(short, encoding), await sent(pathOf(short), accepted)]) {
      expect(answer.headers['content-encoding']).toBeUndefined();
      expect(JSON.parse(answer.bytes.toString())).toEqual({ data: { party: { name: 'China' } } });
    }
  });

  test.each([() => pathOf(long), () => '/q/joint-documents.csv'])('its tag is weak, and known again', async (path) => {
    const [plain, packed] = [await sent(path()), await sent(path(), accepted)];
    expect(packed.headers.etag).toBe(`W/${plain.headers.etag}`);
    const again = await sent(path(), { ...accepted, 'if-none-match': packed.headers.etag ?? '' });
    expect([again.status, again.headers.etag, again.bytes.length]).toEqual([304, packed.headers.etag, 0]);
    expect(again.headers.vary).toBe(packed.headers.vary);
  });
});

describe('the tag is known again as proxies make it that pack themselves', () => {
  test.each([
    ['nginx', (tag: string) => `W/${tag}`],
    ['Apache', (tag: string) => tag.replace(/"$/, '-gzip"')],
    ['Apache, with Brotli', (tag: string) => tag.replace(/"$/, '-br"')],
  ])('%s', async (_proxy, made) => {
    for (const path of [pathOf(long), pathOf(short), '/q/comparison.csv']) {
      const tag = made((await sent(path)).headers.etag ?? '');
      const again = await sent(path, { 'if-none-match': tag });
      expect([again.status, again.headers.etag]).toEqual([304, tag]);
    }
  });

  test.each([(tag: string) => tag.replace(/"$/, '-zip"'), (tag: string) => tag.replace(/"$/, '-gzip')])(
    'another end is another tag',
    async (made) => {
      const { etag = '' } = (await sent(pathOf(long))).headers;
      expect((await sent(pathOf(long), { 'if-none-match': made(etag) })).status).toBe(200);
    },
  );
});

test('who says nothing of packing is sent an answer as it is, and a cache is told that others are not', async () => {
  const { headers, bytes } = await sent(pathOf(long));
  expect(headers['content-encoding']).toBeUndefined();
  expect(headers['content-length']).toBe(String(bytes.length));
  expect(headers.vary).toMatch(/\bAccept-Encoding\b/);
});

test.each([
  ['br, gzip', 'br'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, br;q=0.5', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['x-gzip', 'gzip'],
  ['GZIP', 'gzip'],
  ['*', 'br'],
  ['*;q=0, gzip', 'gzip'],
  ['identity, gzip;q=0.5', null],
  ['deflate, zstd', null],
  ['gzip;q=2', null],
  ['gzip;q=x', null],
  ['', null],
])('Accept-Encoding: %s means %s', (header, encoding) => {
  expect(acceptedEncoding(header)).toBe(encoding);
});

describe('packing', () => {
  const asking = (encoding: string) => ({ method: 'GET', headers: { 'accept-encoding': encoding } }) as IncomingMessage;
  const answer = (body: Buffer, etag?: string) => ({ body, headers: etag === undefined ? {} : { etag } });

  test('is bounded: beyond 64 MB at once an answer is sent as it is', async () => {
    const packer = new Packer();
    const half = Buffer.alloc(40 * 2 ** 20);
    const first = packer.packed(asking('gzip'), half.length, answer(half));
    expect(packer.packed(asking('gzip'), half.length, answer(half))).toBeNull();
    expect((await first)?.body.length).toBeLessThan(half.length);
    expect(packer.packed(asking('gzip'), half.length, answer(half))).not.toBeNull();
  });

  test('is done once for an answer that has a tag', async () => {
    const packer = new Packer();
    const packed = async (encoding: string, etag?: string) => {
      const body = Buffer.from('x'.repeat(2_000));
      return (await packer.packed(asking(encoding), body.length, answer(body, etag)))?.body;
    };
    expect(await packed('gzip', '"1"')).toBe(await packed('gzip', '"1"'));
    expect(await packed('gzip', '"1"')).not.toBe(await packed('br', '"1"'));
    expect(await packed('gzip', '"1"')).not.toBe(await packed('gzip', '"2"'));
    expect(await packed('gzip')).not.toBe(await packed('gzip'));
  });

  test('loses nothing, whatever the answer is', async () => {
    const packer = new Packer();
    const body = fc.uint8Array({ minLength: 1_025, maxLength: 5_000 }).map((bytes) => Buffer.from(bytes));
    await fc.assert(
      fc.asyncProperty(body, fc.constantFrom('br', 'gzip'), fc.nat(5_000), async (bytes, encoding, cut) => {
        const pieces = [bytes.subarray(0, cut), bytes.subarray(cut)];
        for (const given of [bytes, pieces]) {
          const packed = await packer.packed(asking(encoding), bytes.length, { headers: {}, body: given });
          const found = packed?.body ?? Buffer.alloc(0);
          expect((encoding === 'br' ? brotliDecompressSync(found) : gunzipSync(found)).equals(bytes)).toBe(true);
        }
      }),
    );
  });
});
