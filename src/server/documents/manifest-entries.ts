import { z } from 'zod';
import { decodeText } from '#text/decode-text.ts';

/** A document of a manifest as it is written there: its name, mostly a hash, and its text. */
export type ManifestEntry = readonly [id: string, text: unknown];

const apolloFormat = 'apollo-persisted-query-manifest';
const apollo = z.object({
  format: z.literal(apolloFormat),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string(), body: z.string() })),
});

/**
 * The documents of a manifest: a JSON object of texts by hash, as graphql-codegen's client preset and Relay's compiler (with SHA-256) write, or a
 * manifest of Apollo's `generate-persisted-query-manifest`.
 * @throws Error saying what was found and what was expected
 */
export function manifestEntries(bytes: Buffer): readonly ManifestEntry[] {
  const text = decodeText(bytes);
  if (typeof text !== 'string')
    throw new Error(`line ${text.line}, column ${text.column}: found ${text.found}, expected JSON in UTF-8.`);
  const content: unknown = JSON.parse(text);
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    const found = content === null ? 'null' : Array.isArray(content) ? 'a list' : `a ${typeof content}`;
    throw new Error(`found ${found}, expected a JSON object with keys "sha256:" plus hash and documents as values.`);
  }
  if ('format' in content) return apolloEntries(content);
  const entries = Object.entries(content);
  const [first] = entries[0] ?? [];
  const algorithm = algorithms.find(([hash]) => hash.test(first ?? ''))?.[1];
  if (algorithm !== undefined) {
    throw new Error(
      `found hashes made by ${algorithm}, as Relay's compiler does by default, expected SHA-256: set persistConfig.algorithm to "SHA256" and compile again.`,
    );
  }
  return entries;
}

const algorithms: readonly (readonly [hash: RegExp, name: string])[] = [
  [/^[0-9a-f]{32}$/i, 'MD5'],
  [/^[0-9a-f]{40}$/i, 'SHA-1'],
];

function apolloEntries(content: object): ManifestEntry[] {
  const read = apollo.safeParse(content);
  if (read.success) return read.data.operations.map(({ id, body }) => [id, body]);
  const [{ path = [], message = '' } = {}] = read.error.issues;
  throw new Error(
    `${path.join('.')}: ${message}; expected format "${apolloFormat}", version 1 and operations with id and body.`,
  );
}
