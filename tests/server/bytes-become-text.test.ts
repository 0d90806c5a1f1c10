import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { useServer } from '../api/running-server.ts';
import { seeds, useRecords } from '../support/database.ts';
import { answerTo, statusIn } from './raw-connection.ts';

const server = useServer(useRecords(seeds), { limits: { rateLimit: 0 } });

const origin = () => new URL(server.url()).origin;

const byName = 'query ($key: String!) { parties(search: $key, first: 1) { nodes { key } } }';

const post = async (body: Buffer, type = 'application/json') => {
  const response = await fetch(server.url(), {
    method: 'POST',
    headers: { 'content-type': type },
    body: new Uint8Array(body),
  });
  return { status: response.status, text: await response.text() };
};

const get = async (path: string) => {
  const response = await fetch(origin() + path);
  return { status: response.status, text: await response.text() };
};

/** A body of JSON with bytes in one of its strings, as they are. */
const bodyWith = (bytes: Uint8Array) =>
  Buffer.concat([Buffer.from(`{"query":${JSON.stringify(byName)},"variables":{"key":"`), bytes, Buffer.from('"}}')]);

const encoded = (bytes: Uint8Array) => [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
const code = (text: string): string => JSON.parse(text).errors?.[0]?.extensions?.code;
const latin1 = Buffer.from('T\xfcrkiye', 'latin1');

describe('a body', () => {
  test.each(['application/json', 'application/json; charset=utf-8', 'application/json;charset="UTF-8"'])(
    'of %s that is not UTF-8 is refused with the place',
    async (type) => {
      const { status, text } = await post(bodyWith(latin1), type);
      expect(status).toBe(400);
      expect(code(text)).toBe('BAD_REQUEST');
      expect(JSON.parse(text).errors[0].message).toMatch(
        /^body, line 1, column \d+: found bytes that are not UTF-8 \(FC 72\), expected JSON in UTF-8\.$/,
      );
    },
  );

  test('in UTF-16 is refused as such', async () => {
    const { status, text } = await post(Buffer.from('\ufeff{"query":"{__typename}"}', 'utf16le'));
    expect([status, code(text)]).toEqual([400, 'BAD_REQUEST']);
    expect(text).toContain('UTF-16');
  });

  test('after a byte order mark is read, whatever its media type says of the charset', async () => {
    const body = Buffer.from('\ufeff{"query":"{party(key:\\"TR\\"){name}}"}');
    for (const type of ['application/json', 'application/json; charset=UTF-8']) {
      expect(JSON.parse((await post(body, type)).text)).toEqual({ data: { party: { name: 'Türkiye' } } });
    }
  });

  test('whose charset is another one is read as long as that makes no difference', async () => {
    const type = 'application/json; charset=iso-8859-1';
    expect((await post(Buffer.from('{"query":"{__typename}"}'), type)).status).toBe(200);
    const { status, text } = await post(bodyWith(Buffer.from('Türkiye')), type);
    expect([status, code(text)]).toEqual([415, 'BAD_REQUEST']);
    expect(text).toContain('iso-8859-1');
  });
});

describe('an address', () => {
  test.each([
    ['the query', '/graphql?query=%7B%FF%7D'],
    ['a variable', `/graphql?query=${encodeURIComponent(byName)}&variables=${encodeURIComponent('{"key":"')}%FC%22%7D`],
    ['the parameter of a stored query', '/q/comparison?parties=%C3'],
    ['the name of a stored query', '/q/%E2%82'],
    ['a path', '/party/%FF'],
  ])('with bytes in %s that are not UTF-8 is refused', async (_, path) => {
    const { status, text } = await get(path);
    expect([status, code(text)]).toEqual([400, 'BAD_REQUEST']);
  });

  test.each([
    ['UTF-8', Buffer.from('Türkiye').toString('latin1')],
    ['other bytes', 'T\xfcrkiye'],
  ])('with %s that is not percent-encoded is refused', async (_, name) => {
    const head = `GET /graphql?query={parties(search:"${name}"){totalCount}} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n`;
    const answer = await answerTo(server.url(), head);
    expect(statusIn(answer)).toBe(400);
    expect(answer).toContain('BAD_REQUEST');
  });
});

test('whatever bytes come, at any edge, they are refused or read as they are', async () => {
  const some = fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 12 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }).map((text) => new TextEncoder().encode(text)),
  );
  const bytes = some.filter((array) => !Buffer.from(array).includes(Buffer.from('\ufffd')));
  const types = fc.constantFrom(
    'application/json',
    'application/json; charset=utf-8',
    'application/json; charset=latin1',
  );
  await fc.assert(
    fc.asyncProperty(bytes, types, async (array, type) => {
      const variables = `${encodeURIComponent('{"key":"')}${encoded(array)}%22%7D`;
      const answers = await Promise.all([
        post(bodyWith(array), type),
        post(Buffer.from(array), type),
        get(`/graphql?query=${encodeURIComponent(byName)}&variables=${variables}`),
        get(`/graphql?query=${encoded(array)}`),
        get(`/q/comparison?parties=${encoded(array)}`),
        get(`/q/${encoded(array)}`),
      ]);
      for (const { status, text } of answers) {
        expect([200, 400, 404, 415]).toContain(status);
        expect(text).not.toContain('\ufffd');
        expect(text).not.toContain('INTERNAL_SERVER_ERROR');
      }
    }),
    { numRuns: 60 },
  );
});
