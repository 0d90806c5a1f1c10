import fc from 'fast-check';

const starts = [
  'GET / HTTP/1.1',
  'GET /graphql?query={__typename} HTTP/1.1',
  'POST /graphql HTTP/1.1',
  'HEAD /exports/ HTTP/1.1',
  'OPTIONS * HTTP/1.1',
  'GET http://[::1/graphql HTTP/1.1',
  'GET //graphql HTTP/1.1',
  'GET /%zz?%zz HTTP/1.1',
  'GET /assets/%00 HTTP/1.1',
  'CONNECT a:1 HTTP/1.1',
  'TRACE / HTTP/1.1',
  'GET / HTTP/1.0',
  'GET /',
];
const lines = [
  'host: a',
  'Host:',
  'host: a\r\nhost: b',
  'content-length: 5',
  'content-length: -1',
  'content-length: 99999999999999999999',
  'transfer-encoding: chunked',
  'transfer-encoding: gzip, chunked',
  'expect: 100-continue',
  'expect: tea',
  'connection: close, upgrade',
  'upgrade: websocket',
  'traceparent: 00-zz',
  'x-forwarded-for: ,,,[::',
  'accept: ;;;q=,',
  'if-none-match: "',
  'range: bytes=-0-',
  'authorization: Bearer',
  ' folded',
  'no colon',
  'x:\0',
  '\xff\xfe: x',
];
const bodies = [
  '',
  '{}',
  '\0',
  '5\r\nhello\r\n0\r\n\r\n',
  'zz\r\n',
  '{"query":"{ __typename }"}',
  'GET / HTTP/1.1\r\n\r\n',
];

/** The bytes of requests that break the rules of HTTP in one way or several, and now and then in none. */
export const malformedRequests: fc.Arbitrary<string> = fc
  .record({
    start: fc.constantFrom(...starts),
    lines: fc.array(fc.constantFrom(...lines), { maxLength: 5 }),
    body: fc.constantFrom(...bodies),
    end: fc.constantFrom('\r\n', '\n', '\r'),
    flip: fc.option(fc.tuple(fc.nat(), fc.nat(255)), { freq: 3 }),
    cut: fc.option(fc.nat(), { freq: 4 }),
  })
  .map(({ start, lines: head, body, end, flip, cut }) => {
    const whole = `${[start, ...head, ''].join(end)}${end}${body}`;
    const flipped = flip === null ? whole : replaced(whole, flip[0] % whole.length, String.fromCharCode(flip[1]));
    return cut === null ? flipped : flipped.slice(0, (cut % flipped.length) + 1);
  });

const replaced = (text: string, at: number, letter: string) => text.slice(0, at) + letter + text.slice(at + 1);
