import { describe, expect, test } from 'vitest';
import { ConfigError } from '#config/config-error.ts';
import { readConfig } from '#config/read-config.ts';
import { variables } from '#config/variables.ts';

const problemsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    return (error as ConfigError).problems;
  }
};

test('without any variable Concord serves this machine on port 4000 with its own database', () => {
  expect(readConfig({})).toMatchObject({
    port: 4000,
    host: '127.0.0.1',
    databaseUrl: null,
    dataDirectory: '.data',
    logLevel: 'info',
  });
});

test('a variable that is set to nothing counts as not set', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 4000, databaseUrl: null });
});

test('every wrong variable is named at once, with what was found and what is expected', () => {
  const env = { PORT: '70000', LOG_LEVEL: 'loud', CONCORD_DATABASE_CONNECTIONS: 'ten' };
  expect(() => readConfig(env)).toThrow(ConfigError);
  expect(problemsOf(env)).toEqual([
    'PORT: found "70000", expected a port number from 0 to 65535.',
    'LOG_LEVEL: found "loud", expected one of fatal, error, warn, info, debug, trace, silent.',
    'CONCORD_DATABASE_CONNECTIONS: found "ten", expected a whole number from 2 to 500.',
  ]);
});

test('a wrong database address is not repeated, because it may hold a password', () => {
  const [problem] = problemsOf({ DATABASE_URL: 'mysql://root:secret@db/concord' });
  expect(problem).toMatch(/^DATABASE_URL: found an invalid value, expected an address such as postgresql:/);
  expect(problem).not.toContain('secret');
});

test('each variable is described in a sentence', () => {
  for (const { name, description } of Object.values(variables)) expect(description, name).toMatch(/^[A-Z].*\.$/);
});

test('export destinations are folders and buckets by name', () => {
  const text =
    'local=/srv/exports, archive=s3://data-bucket/concord/open?endpoint=http://127.0.0.1:9000&region=eu-north-1';
  expect(readConfig({ CONCORD_EXPORT_DESTINATIONS: text }).exportDestinations).toEqual([
    { name: 'local', kind: 'folder', path: '/srv/exports' },
    {
      name: 'archive',
      kind: 'bucket',
      bucket: 'data-bucket',
      prefix: 'concord/open/',
      endpoint: 'http://127.0.0.1:9000',
      region: 'eu-north-1',
    },
  ]);
});

test.each([
  '/srv/exports',
  'a=x,a=y',
  'Archive=x',
  'a=ftp://host/x',
  'a=s3://x',
  'a=s3://data-bucket?colour=red',
  'a=s3://key:secret@data-bucket',
])('export destinations such as %s are refused', (text) => {
  expect(problemsOf({ CONCORD_EXPORT_DESTINATIONS: text })).toHaveLength(1);
});

describe('an address of a database', () => {
  const problemOf = (url: string) => problemsOf({ DATABASE_URL: url })[0] ?? '';

  test.each([
    ['@ and #', 'postgresql://syn:pa@sesame#w@127.0.0.1:1/db'],
    ['#', 'postgresql://syn:sesame#w@127.0.0.1/db'],
    ['@', 'postgresql://syn:pa@sesame@127.0.0.1/db'],
    ['/', 'postgresql://syn:1/sesame@127.0.0.1/db'],
    ['?', 'postgresql://syn:1?sesame@127.0.0.1/db'],
    [': and /', 'postgresql://syn:sesame:a/w@127.0.0.1/db'],
    ['%', 'postgresql://syn:100%sesame@127.0.0.1/db'],
  ])('with %s in its password is refused with the way out, and without the password', (_, url) => {
    const problem = problemOf(url);
    expect(problem).toMatch(/^DATABASE_URL: found .*percent-encoded \(@ as %40, # as %23\)\.$/);
    expect(problem).not.toContain('sesame');
  });

  test('with such characters percent-encoded is taken', () => {
    const url = 'postgresql://me:p%40%23%2F%3F%25@127.0.0.1/db?sslmode=require&schema=public';
    expect(readConfig({ DATABASE_URL: url }).databaseUrl).toBe(url);
  });

  test.each([
    ['schema=other', /found schema=other, expected a database of its own, in whose schema public/],
    ['options=-csearch_path%3Dother', /found options=-csearch_path=other, expected no search_path/],
    ['sslmode=always', /found sslmode=always, expected one of disable, prefer, require, verify-ca, verify-full/],
    ['sslmode=verify-ca', /found sslmode=verify-ca alone, expected sslrootcert/],
  ])('with ?%s is refused', (parameters, expected) => {
    expect(problemOf(`postgresql://me:secret@127.0.0.1/db?${parameters}`)).toMatch(expected);
  });
});

describe('webhooks', () => {
  const secret = `whsec_${Buffer.alloc(32, 'x').toString('base64')}`;
  const desk = { name: 'desk', url: 'https://desk.example/hook', secrets: [secret] };
  const read = (list: unknown) => readConfig({ CONCORD_WEBHOOKS: JSON.stringify(list) }).webhooks;
  const everything = { kind: 'LEDGER', parties: null, issues: null, propositions: null };

  test('are destinations by name, told of everything, of some changes, or of those of an answer', () => {
    const url = 'http://127.0.0.1:8080/';
    const query = { name: 'q', url, secrets: [secret, secret], query: 'comparison', variables: { parties: ['CN'] } };
    expect(read([desk, { ...desk, name: 'some', parties: ['CN'] }, query])).toEqual([
      { ...desk, what: everything },
      { ...desk, name: 'some', what: { ...everything, parties: ['CN'] } },
      {
        name: 'q',
        url,
        secrets: [secret, secret],
        what: { kind: 'QUERY', query: 'comparison', variables: { parties: ['CN'] } },
      },
    ]);
    expect(readConfig({}).webhooks).toEqual([]);
  });

  test.each([
    [{ ...desk, url: 'http://desk.example/hook' }, /\[0\]\.url, expected an https address without a password/],
    [{ ...desk, url: 'http://127.0.0.1.example/' }, /\[0\]\.url/],
    [{ ...desk, url: 'https://user:word@desk.example/' }, /\[0\]\.url/],
    [
      { ...desk, secrets: ['whsec_c2hvcnQ='] },
      /\[0\]\.secrets\[0\], expected "whsec_" and the base64 of 24 to 64 random bytes/,
    ],
    [{ ...desk, secrets: [] }, /\[0\]\.secrets/],
    [{ ...desk, name: 'Desk' }, /\[0\]\.name/],
    [{ ...desk, partys: ['CN'] }, /\[0\]/],
    [{ ...desk, parties: ['CN'], query: 'comparison' }, /found desk with a query and keys/],
    [{ ...desk, variables: {} }, /found desk with variables/],
  ])('are refused with the place, and without a secret: %j', (one, message) => {
    const [problem] = problemsOf({ CONCORD_WEBHOOKS: JSON.stringify([one]) });
    expect(problem).toMatch(/^CONCORD_WEBHOOKS: found /);
    expect(problem).toMatch(message);
    expect(problem).not.toMatch(/whsec_\w|user:word/);
  });

  test.each([
    ['no JSON', 'desk=https://desk.example'],
    ['no list', '{}'],
    ['a name twice', JSON.stringify([desk, desk])],
  ])('are refused as a whole: %s', (_what, text) => {
    expect(problemsOf({ CONCORD_WEBHOOKS: text })).toHaveLength(1);
  });
});

describe('who may show charts in a frame', () => {
  const ancestors = (text: string) => readConfig({ CONCORD_EMBED_ANCESTORS: text }).embedAncestors;

  test.each([
    ['', '*'],
    ['*', '*'],
    ['none', "'none'"],
    ['https://example.org', "'self' https://example.org"],
    ['https://*.example.org, http://localhost:3000', "'self' https://*.example.org http://localhost:3000"],
  ])('%j is %j in a policy', (text, policy) => {
    expect(ancestors(text)).toBe(policy);
  });

  test.each([
    'example.org',
    'https://example.org/path',
    "https://example.org; script-src 'unsafe-inline'",
    'none, *',
    ',',
  ])('%j is refused', (text) => {
    expect(problemsOf({ CONCORD_EMBED_ANCESTORS: text })).toEqual([
      expect.stringMatching(/^CONCORD_EMBED_ANCESTORS: found .*, expected \*, none, or addresses such as/),
    ]);
  });
});
