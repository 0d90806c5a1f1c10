import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { GraphQLError, Kind } from 'graphql';
import { ConfigError } from '#config/config-error.ts';
import { documentErrors, parseDocument } from '#graphql/execution/read-document.ts';
import { shapeErrors } from '#graphql/execution/shape-errors.ts';
import type { Limits } from '../limits/limits.ts';
import { hashIn, hashOf } from './document-hash.ts';
import { manifestEntries } from './manifest-entries.ts';
import type { PersistedDocument } from './persisted-documents.ts';

/**
 * The documents of manifests, of any form that manifest-entries.ts reads. A path is a file, or a folder of which every `.json` is read.
 * @throws ConfigError naming every file and document that cannot be used, `variable` being what named the paths.
 */
export function readManifests(variable: string, paths: readonly string[], limits: Limits): PersistedDocument[] {
  const problems: string[] = [];
  const attempt = <T>(place: string, work: () => T): T | null => {
    try {
      return work();
    } catch (error) {
      problems.push(`${variable}: ${place}: ${error instanceof Error ? error.message : error}`);
      return null;
    }
  };
  const files = paths.flatMap((path) => attempt(path, () => filesOf(path)) ?? []);
  const documents = files.flatMap((file) => {
    const entries = attempt(file, () => manifestEntries(readFileSync(file))) ?? [];
    return entries.flatMap(
      ([id, text]) => attempt(`${file}: ${JSON.stringify(id)}`, () => read(id, text, limits)) ?? [],
    );
  });
  if (problems.length > 0) throw new ConfigError(problems);
  return documents;
}

function filesOf(path: string): string[] {
  if (!existsSync(path)) throw new Error('the file or folder does not exist.');
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => join(path, name));
}

function read(id: string, text: unknown, limits: Limits): PersistedDocument {
  const hash = hashIn(id);
  if (hash === null) throw new Error('expected "sha256:" and 64 hex digits.');
  if (typeof text !== 'string') throw new Error(`found ${typeof text}, expected the text of a document.`);
  if (hashOf(text) !== hash) throw new Error(`the text has the hash ${hashOf(text)}; regenerate the manifest.`);
  return { hash, text, name: nameOf(text, limits) ?? hash.slice(0, 12) };
}

/** The name of the only operation of a document that can be answered; null when it has none or there are several. */
function nameOf(text: string, limits: Limits): string | null {
  const document = parseDocument(text, limits);
  const tooLarge = shapeErrors(document, limits);
  const errors = tooLarge.length > 0 ? tooLarge : documentErrors(document, { ...limits, introspection: true });
  if (errors.length > 0) throw new GraphQLError(errors.map(({ message }) => message).join(' '));
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (operations.length === 0) throw new Error('expected an operation.');
  return operations.length === 1 ? (operations[0]?.name?.value ?? null) : null;
}
