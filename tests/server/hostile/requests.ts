import fc from 'fast-check';
import { document, variables } from './documents.ts';
import { anything } from './values.ts';

/** One request as it goes over the wire. */
export interface HostileRequest {
  readonly what: string;
  readonly bytes: Buffer;
}

const json = fc.oneof(
  { weight: 8, arbitrary: fc.record({ query: document, variables }).map((body) => JSON.stringify(body)) },
  {
    weight: 1,
    arbitrary: fc
      .record(
        { query: fc.anything(), variables: anything, operationName: anything, extensions: anything },
        { requiredKeys: [] },
      )
      .map((body) => JSON.stringify(body) ?? ''),
  },
  { weight: 1, arbitrary: fc.json() },
  {
    weight: 1,
    arbitrary: fc
      .nat(60_000)
      .map((times) => `{"query":"{ __typename }","variables":${'['.repeat(times)}${']'.repeat(times)}}`),
  },
);
const body = fc.oneof(
  { weight: 8, arbitrary: json.map((value) => Buffer.from(value)) },
  { weight: 1, arbitrary: json.map((value) => Buffer.from(value.slice(0, value.length / 2))) },
  { weight: 1, arbitrary: json.map((value) => Buffer.from(value, 'utf16le')) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)) },
);

const header = fc
  .oneof(
    fc.tuple(
      fc.constantFrom(
        'content-type',
        'accept',
        'content-encoding',
        'x-forwarded-for',
        'authorization',
        'if-none-match',
        'origin',
        'range',
        'expect',
        'host',
        'cookie',
        'accept-encoding',
      ),
      fc.oneof(
        fc.constantFrom(
          'application/json',
          'application/json; charset=utf-16',
          'text/html',
          'gzip',
          '*/*',
          'multipart/form-data',
          'application/graphql-response+json',
          'text/event-stream',
          'multipart/mixed',
          '100-continue',
          'Bearer x',
          '\xff\xfe',
          '',
        ),
        fc.string({ maxLength: 30 }),
      ),
    ),
    fc.tuple(fc.string({ maxLength: 12 }), fc.string({ maxLength: 30 })),
  )
  .map(([name, value]) => `${name}: ${value.replace(/[\r\n]/g, '')}`);

const method = fc.oneof(
  { weight: 8, arbitrary: fc.constant('POST') },
  {
    weight: 2,
    arbitrary: fc.constantFrom('GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'QUERY', 'post', 'X\t'),
  },
);
const path = fc.oneof(
  { weight: 8, arbitrary: fc.constant('/graphql') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '/',
      '/graphql/',
      '//',
      '/graphql?',
      '*',
      'http://example.org/graphql',
      '/%',
      '/%00',
      '/graphql#x',
      '/../graphql',
      '/graphql?query=%7B__typename%7D',
      '/graphql?query={__typename}&variables=[',
      '/graphql?query=%00&extensions=x',
      '/health?x',
      '/ready',
      '//[',
      'graphql',
      '/\\',
      '?',
    ),
  },
  { weight: 1, arbitrary: fc.webPath() },
  {
    weight: 1,
    arbitrary: document.map((query) => `/graphql?query=${encodeURIComponent(query.toWellFormed()).slice(0, 8_000)}`),
  },
);

const framed = fc.record({
  method,
  path,
  headers: fc.array(header, { maxLength: 3 }),
  body,
  framing: fc.oneof(
    { weight: 8, arbitrary: fc.constant('honest' as const) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('chunked', 'endless', 'tooShort', 'tooLong', 'twice', 'negative', 'huge', 'none'),
    },
  ),
});

const garbage = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  fc
    .constantFrom(
      'GET',
      'POST /graphql HTTP/9.9\r\n\r\n',
      '\r\n\r\n',
      'GET / HTTP/1.1\r\nhost: a\r\nhost: b\r\n\r\n',
      'GET / HTTP/1.1\r\n a: b\r\n\r\n',
      'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    )
    .map((line) => Buffer.from(line)),
  fc.nat(30_000).map((length) => Buffer.from(`GET / HTTP/1.1\r\nhost: x\r\na: ${'x'.repeat(length)}\r\n\r\n`)),
);

const lengths = {
  honest: (length: number) => `content-length: ${length}`,
  tooShort: (length: number) => `content-length: ${length >> 1}`,
  tooLong: (length: number) => `content-length: ${length + 10}`,
  twice: (length: number) => `content-length: ${length}\r\ncontent-length: ${length + 1}`,
  negative: () => 'content-length: -1',
  huge: () => 'content-length: 99999999999',
  none: () => 'x-none: 1',
  chunked: () => 'transfer-encoding: chunked',
  endless: () => 'transfer-encoding: chunked',
} as const;

/** Requests of every kind that nobody should send: most look right at first, some are no HTTP. */
export const hostileRequests: fc.Arbitrary<HostileRequest> = fc.oneof(
  {
    weight: 12,
    arbitrary: framed.map(({ method, path, headers, body, framing }) => {
      const type = headers.some((line) => line.startsWith('content-type:')) ? [] : ['content-type: application/json'];
      const head = [
        `${method} ${path} HTTP/1.1`,
        'host: localhost',
        'connection: close',
        ...type,
        ...headers,
        lengths[framing](body.length),
      ];
      const chunk = Buffer.concat([Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from('\r\n')]);
      const sent =
        { chunked: Buffer.concat([chunk, Buffer.from('0\r\n\r\n')]), endless: chunk }[framing as 'chunked'] ?? body;
      const start = head.join('\r\n').replace(/[^\t\r\n\x20-\xff]/g, '?');
      return {
        what: `${method} ${path.slice(0, 200)} ${framing} ${headers.join(' | ')} ${body.toString().slice(0, 600)}`,
        bytes: Buffer.concat([Buffer.from(`${start}\r\n\r\n`, 'latin1'), sent]),
      };
    }),
  },
  {
    weight: 1,
    arbitrary: garbage.map((bytes) => ({ what: `garbage ${bytes.toString('latin1').slice(0, 200)}`, bytes })),
  },
);
