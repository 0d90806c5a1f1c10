import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '#config/read-config.ts';
import { usualLimits } from '#server/limits/limits.ts';
import { apolloManifestOf, idOf, manifestOf, useFolder } from './manifest.ts';

// Loaded by Node itself: of graphql there may be one copy only.
const { readManifests } = createRequire(import.meta.url)(
  '#server/documents/persisted-documents.ts',
) as typeof import('#server/documents/persisted-documents.ts');

const good = 'query Good { __typename }';
const deep = `{ party(key: "CN") { stances { nodes ${'{ party { stances { nodes '.repeat(5)}{ key }${' } } }'.repeat(5)} } } }`;
const folder = useFolder({
  'good.json': manifestOf(good, '{ __typename }'),
  'not-json.json': '{',
  'list.json': '[]',
  'other-hash.json': JSON.stringify({ [idOf('{ other }')]: good }),
  'md5.json': JSON.stringify({ 'md5:0cc175b9c0f1b6a831c399e269772661': good }),
  'number.json': JSON.stringify({ [idOf('7')]: 7 }),
  'not-graphql.json': manifestOf('query {'),
  'unknown-field.json': manifestOf('query Old { party(key: "CN") { capital } }'),
  'deep.json': manifestOf(deep),
  'fragment.json': manifestOf('fragment F on Party { key }'),
  'apollo.json': apolloManifestOf(good, '{ __typename }'),
  'apollo-2.json': JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 2, operations: [] }),
  'apollo-ids.json': JSON.stringify({
    format: 'apollo-persisted-query-manifest',
    version: 1,
    operations: [{ id: 'Good-1', name: 'Good', type: 'query', body: good }],
  }),
  'relay.json': JSON.stringify({ [idOf(good).slice(7)]: good }),
  'relay-md5.json': JSON.stringify({
    '0cc175b9c0f1b6a831c399e269772661': good,
    '92eb5ffee6ae2fec3ad71c777531578f': good,
  }),
  'mark.json': `\ufeff${manifestOf(good)}`,
  'upper-case.json': JSON.stringify({ [idOf(good).slice(7).toUpperCase()]: good }),
  'latin1.json': Buffer.from('{\n"caf\xe9": 1}', 'latin1'),
});

const read = (...names: string[]) =>
  readManifests(
    'PATHS',
    names.map((name) => join(folder, name)),
    usualLimits,
  );

test('documents are known by hash, and by the name of their operation where they have one', () => {
  expect(read('good.json')).toEqual([
    { hash: idOf(good).slice(7), text: good, name: 'Good' },
    { hash: idOf('{ __typename }').slice(7), text: '{ __typename }', name: idOf('{ __typename }').slice(7, 19) },
  ]);
  expect(read('empty')).toEqual([]);
});

test('Apollo, Relay and a byte order mark make no difference, nor does the case of a hash', () => {
  expect(read('apollo.json')).toEqual(read('good.json'));
  for (const name of ['relay.json', 'mark.json', 'upper-case.json'])
    expect(read(name)).toEqual(read('good.json').slice(0, 1));
});

test('hashes of another kind are told once, whatever the number of documents', () => {
  expect(() => read('relay-md5.json')).toThrow(
    expect.objectContaining({
      problems: [
        expect.stringMatching(/relay-md5\.json: found hashes made by MD5.*persistConfig\.algorithm to "SHA256"/),
      ],
    }),
  );
});

test.each([
  ['absent.json', /does not exist/],
  ['not-json.json', /JSON/],
  ['list.json', /expected a JSON object/],
  ['other-hash.json', new RegExp(`has the hash ${idOf(good).slice(7)}`)],
  ['md5.json', /"md5:0cc1.*expected "sha256:"/],
  ['number.json', /found number, expected the text/],
  ['not-graphql.json', /Syntax Error/],
  ['unknown-field.json', /"capital"/],
  ['deep.json', /levels of nested fields, expected at most 12/],
  ['fragment.json', /\bF\b/],
  ['apollo-2.json', /version: .*expected format "apollo-persisted-query-manifest", version 1/],
  ['apollo-ids.json', /"Good-1": expected "sha256:"/],
  ['latin1.json', /line 2, column 5: found bytes that are not UTF-8/],
])('%s is refused by name', (name, problem) => {
  expect(() => read(name)).toThrow(expect.objectContaining({ code: 'INVALID_CONFIG' }));
  expect(() => read(name)).toThrow(problem);
  expect(() => read(name)).toThrow(`PATHS: ${join(folder, name)}`);
});

test('all problems are named at once', () => {
  expect(() => read('absent.json', 'good.json', 'md5.json', 'not-json.json')).toThrow(
    expect.objectContaining({
      problems: [
        expect.stringContaining('absent'),
        expect.stringContaining('md5'),
        expect.stringContaining('not-json'),
      ],
    }),
  );
});

test('the environment names files and folders with commas between', () => {
  expect(readConfig({ CONCORD_PERSISTED_DOCUMENTS: 'app/a.json, /srv/manifests,' })).toMatchObject({
    persistedDocuments: ['app/a.json', '/srv/manifests'],
    trustedDocuments: false,
  });
  expect(readConfig({})).toMatchObject({ persistedDocuments: [] });
});
