import fc from 'fast-check';

/** One request as it goes over the wire. */
export interface HostileRequest {
  readonly what: string;
  readonly bytes: Buffer;
}

const keys = ['CN', 'RU', 'nato', 'taiwan', 'tw-inalienable', 'cn--tw-inalienable--1972-12-22', 'ZZ', ''];
const strange = [
  '\0',
  '\ud800',
  'a\0b',
  '\udfff!',
  '‮',
  '￿',
  '😀',
  "'; DROP TABLE party; --",
  '../../etc/passwd',
  '%00',
  '$&',
  '__proto__',
];

const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...keys) },
  { weight: 4, arbitrary: fc.constantFrom(...strange) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.nat(20_000).map((length) => 'x'.repeat(length)) },
);
const number = fc.oneof(
  fc.constantFrom(0, -1, 1, 250, 251, 2 ** 31, -(2 ** 31), 1e308, Number.MAX_SAFE_INTEGER, 0.5),
  fc.integer(),
);
const day = fc.constantFrom(
  '2022-02-04',
  '2022-02-30',
  '0000-01-01',
  '9999-12-31',
  '0001-01-01',
  '10000-01-01',
  '2022-2-4',
  '',
);
const id = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('Party', 'Stance', 'Document', 'Passage', 'Revision', 'Query', '__proto__'),
      fc.oneof(text, number),
    )
    .map(([type, row]) => Buffer.from(`${type}:${row}`).toString('base64url')),
  text,
);
const anything = fc.oneof(
  text,
  number,
  day,
  id,
  fc.boolean(),
  fc.constant(null),
  fc.array(text, { maxLength: 5 }),
  fc.jsonValue(),
);

/** Questions that take every kind of argument; their variables are anything. */
const questions = [
  'query ($a: String!) { party(key: $a) { key name stances(first: 1) { totalCount } } }',
  'query ($a: String!, $n: Int) { stance(key: $a, asKnownAt: $n) { key verb citations { locator } } }',
  'query ($a: String!) { document(key: $a) { title passages { nodes { key } } } }',
  'query ($a: ID!) { node(id: $a) { __typename id } }',
  'query ($l: [ID!]!) { nodes(ids: $l) { __typename id } }',
  'query ($n: Int!) { revision(number: $n) { message } }',
  'query ($a: String, $n: Int, $b: String) { revisions(source: $a, first: $n, after: $b) { totalCount } }',
  'query ($l: [String!]!, $s: ScopeInput, $n: Int) { comparison(parties: $l, scope: $s) { rows(first: $n) { nodes { since cells { position } } } } }',
  'query ($l: [String!]!, $d: Date) { agreement(parties: $l, scope: { asOf: $d }) { value evidence { totalCount } } }',
  'query ($l: [String!], $d: Date, $e: Date) { agreementMatrix(parties: $l, scope: { takenFrom: $d, takenBefore: $e }) { values } }',
  'query ($a: String, $b: String, $n: Int) { parties(search: $a, memberOf: $b, last: $n) { nodes { key } } }',
  'query ($a: String, $l: [String!], $d: Date, $e: Date) { documents(search: $a, signatories: $l, dateFrom: $d, dateBefore: $e) { totalCount nodes { key stances { totalCount } } } }',
  'query ($a: String, $l: [String!], $b: String) { stances(filter: { document: $a, parties: $l }, after: $b) { totalCount } }',
  'query ($a: String, $l: [String!], $m: [Int!]) { propositions(search: $a, issues: $l, rollCalls: { bodies: $l, sessions: $m }) { totalCount } }',
  'query ($d: Date, $n: Int) { party(key: "nato") { members(asOf: $d, asKnownAt: $n, ever: true) { totalCount } } }',
  'query ($l: [String!]!, $d: Date) { comparison(parties: $l, scope: { asOf: $d }) { jointDocuments { nodes { title } } } }',
];

/** Values of the right type more often than not. */
const variables = fc.record(
  {
    a: fc.oneof({ weight: 3, arbitrary: fc.oneof(text, id) }, { weight: 1, arbitrary: anything }),
    b: fc.oneof(text, id),
    n: fc.oneof({ weight: 3, arbitrary: number }, { weight: 1, arbitrary: anything }),
    d: fc.oneof({ weight: 3, arbitrary: day }, { weight: 1, arbitrary: anything }),
    e: day,
    l: fc.oneof(
      { weight: 3, arbitrary: fc.array(fc.oneof(text, id), { maxLength: 6 }) },
      { weight: 1, arbitrary: anything },
    ),
    m: fc.array(number, { maxLength: 3 }),
    s: fc.oneof(
      fc.dictionary(fc.constantFrom('issues', 'propositions', 'asOf', 'asKnownAt', 'kinds', 'x'), anything),
      anything,
    ),
  },
  { requiredKeys: [] },
);

const literal = fc.oneof(
  text.map((value) => JSON.stringify(value)),
  number.map(String),
  fc.constantFrom('null', 'X', '[]', '{}', '[["CN"]]', '$v'),
);
const names = [
  'party',
  'parties',
  'nodes',
  'node',
  'stances',
  'comparison',
  'rows',
  'cells',
  '__schema',
  '__type',
  'evidence',
  'dataset',
  'x',
];
const { selection } = fc.letrec<{ selection: string }>((tie) => ({
  selection: fc.oneof(
    { maxDepth: 6 },
    fc.constantFrom('key', 'name', '__typename', 'totalCount', 'id', '...F', 'values', 'nope'),
    fc
      .tuple(
        fc.constantFrom('', 'a: ', 'b: '),
        fc.constantFrom(...names),
        fc.array(fc.tuple(fc.constantFrom('key', 'id', 'first', 'parties', 'after', 'scope', 'name'), literal), {
          maxLength: 2,
        }),
        fc.constantFrom('', '@include(if: true) ', '@skip(if: $v) ', '@nope '),
        fc.array(tie('selection'), { minLength: 1, maxLength: 3 }),
      )
      .map(([alias, name, args, directive, inner]) => {
        const written = args.length > 0 ? `(${args.map(([arg, value]) => `${arg}: ${value}`).join(', ')})` : '';
        return `${alias}${name}${written} ${directive}{ ${inner.join(' ')} }`;
      }),
  ),
}));
const madeUp = fc
  .tuple(
    fc.constantFrom('', 'query ($v: String) ', 'mutation ', 'subscription '),
    selection,
    fc.constantFrom('', ' fragment F on Party { key ...F }', ' fragment F on Query { x: party(key: "CN") { key } }'),
  )
  .map(([start, body, fragment]) => `${start}{ ${body} }${fragment}`);
const abyss = fc
  .tuple(fc.constantFrom('{a', '[', '{a(b:', '"', '#', '{...F', '(', '\u{feff}'), fc.nat(30_000))
  .map(([piece, times]) => piece.repeat(times));

const document = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...questions) },
  { weight: 3, arbitrary: madeUp },
  { weight: 1, arbitrary: abyss },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);

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
