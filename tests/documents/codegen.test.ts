import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from '@graphql-codegen/cli';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useServer } from '../api/running-server.ts';
import { seeds, useRecords } from '../support/database.ts';
import { get, post } from './ask.ts';

const folder = mkdtempSync(join(tmpdir(), 'concord-codegen-'));
afterAll(() => rmSync(folder, { recursive: true }));

const app = `query Neighbours($keys: [String!]!) {
  comparison(parties: $keys) { parties { ...Names } revision }
}
fragment Names on Party { name key }
`;
let ids: string[] = [];
// Before the server starts, which reads what is written here.
beforeAll(async () => {
  const made: readonly { readonly filename: string; readonly content: string }[] = await generate(
    {
      schema: 'schema.graphql',
      documents: app,
      silent: true,
      generates: {
        [`${folder}/`]: { preset: 'client', presetConfig: { persistedDocuments: { hashAlgorithm: 'sha256' } } },
      },
    },
    false,
  );
  const manifest = made.find(({ filename }) => filename.endsWith('persisted-documents.json'))?.content ?? '';
  writeFileSync(join(folder, 'persisted-documents.json'), manifest);
  ids = Object.keys(JSON.parse(manifest));
});
const server = useServer(useRecords(seeds), { persistedDocuments: [folder], trustedDocuments: true });

test("the manifest of graphql-codegen's client preset is what a server needs", async () => {
  expect(ids).toEqual([expect.stringMatching(/^sha256:[0-9a-f]{64}$/)]);
  const question = { documentId: ids[0], variables: { keys: ['CN', 'RU'] } };
  const data = {
    comparison: {
      revision: 1,
      parties: [
        { name: 'China', key: 'CN' },
        { name: 'Russia', key: 'RU' },
      ],
    },
  };
  expect(await get(server.url(), question)).toMatchObject({ status: 200, data });
  expect(await post(server.url(), question)).toMatchObject({ status: 200, data });
});
