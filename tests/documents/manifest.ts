import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { hashOf } from '#server/documents/persisted-documents.ts';

/** The name of a document. */
export const idOf = (text: string): string => `sha256:${hashOf(text)}`;

/** A manifest of documents as graphql-codegen's client preset writes it. */
export const manifestOf = (...texts: string[]): string =>
  JSON.stringify(Object.fromEntries(texts.map((text) => [idOf(text), text])), null, 2);

/** The same as Apollo's generate-persisted-query-manifest writes it. */
export const apolloManifestOf = (...texts: string[]): string =>
  JSON.stringify({
    format: 'apollo-persisted-query-manifest',
    version: 1,
    operations: texts.map((body) => ({ id: hashOf(body), name: 'Name', type: 'query', body })),
  });

/** A folder with some files, there while the tests of the file run. */
export function useFolder(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'concord-documents-'));
  mkdirSync(join(folder, 'empty'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  afterAll(() => rmSync(folder, { recursive: true }));
  return folder;
}
