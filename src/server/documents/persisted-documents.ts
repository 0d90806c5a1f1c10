import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import { ConfigError } from '#config/config-error.ts';
import { documentErrors, parseDocument, shapeErrors } from '#graphql/execution/read-document.ts';
import { type Limits, usualLimits } from '../limits/limits.ts';
import { manifestEntries } from './manifest-entries.ts';

/** A document that clients ask for by its hash alone. */
export interface PersistedDocument {
  readonly hash: string;
  readonly text: string;
  /** For metrics: the name of its one operation, else the beginning of its hash. Null when a client registered it: names must stay few. */
  readonly name: string | null;
}

// What clients register is forgotten when there is more: they send it again.
const mostRegistered = 1_000;
const mostRegisteredLetters = 4_000_000;

/** The documents that a server knows by hash: those of its manifests for good, those that clients register as long as there is room. */
export class PersistedDocuments {
  readonly #ofManifests: ReadonlyMap<string, PersistedDocument>;
  readonly #registered: LRUCache<string, PersistedDocument>;
  #tell: (text: string) => void = () => {};

  /** `sharers` is how many know of each other's documents; their memory is divided among them. */
  constructor(ofManifests: readonly PersistedDocument[], sharers = 1) {
    this.#ofManifests = new Map(ofManifests.map((document) => [document.hash, document]));
    this.#registered = new LRUCache({
      max: Math.ceil(mostRegistered / sharers),
      maxSize: Math.ceil(mostRegisteredLetters / sharers),
      sizeCalculation: ({ text }) => text.length + 1,
    });
  }

  find(hash: string): PersistedDocument | null {
    return this.#ofManifests.get(hash) ?? this.#registered.get(hash) ?? null;
  }

  register(text: string): void {
    if (this.learn(text)) this.#tell(text);
  }

  /** Registers what a client registered elsewhere. Whether it was not known. */
  learn(text: string): boolean {
    const hash = hashOf(text);
    if (this.#ofManifests.has(hash)) return false;
    const isNew = !this.#registered.has(hash);
    this.#registered.set(hash, { hash, text, name: null });
    return isNew;
  }

  /** Calls `listener` with what a client registers here. */
  onRegistered(listener: (text: string) => void): void {
    this.#tell = listener;
  }
}

/** The SHA-256 of a document's text, in hex: what clients name it by. */
export const hashOf = (text: string): string => hash('sha256', text, 'hex');

/** The hash within the name of a document, `sha256:` and the hash or the hash alone; null for anything else. */
export const hashIn = (id: string): string | null =>
  /^(?:sha256:)?([0-9a-fA-F]{64})$/.exec(id)?.[1]?.toLowerCase() ?? null;

/**
 * The documents of manifests, of any form that manifest-entries.ts reads. A path is a file, or a folder of
 * which every `.json` is read.
 * @throws ConfigError naming every file and document that cannot be used, `variable` being what named the paths.
 */
export function readManifests(variable: string, paths: readonly string[], limits: Limits): PersistedDocument[] {
  const problems: string[] = [];
  const attempt = <T>(where: string, work: () => T): T | null => {
    try {
      return work();
    } catch (error) {
      problems.push(`${variable}: ${where}: ${error instanceof Error ? error.message : error}`);
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
  const { operations } = document;
  if (operations.length === 0) throw new Error('expected an operation.');
  return operations.length === 1 ? (operations[0]?.name?.value ?? null) : null;
}

/** Where the build of the explorer page puts the manifest of what the page asks. */
const shipped = fileURLToPath(new URL('../../web/generated/persisted', import.meta.url));

/**
 * The documents of the explorer page and of the manifests at some paths.
 * @throws ConfigError when one of them cannot be used.
 */
export function openDocuments(paths: readonly string[], limits: Limits, sharers?: number): PersistedDocuments {
  // A server may be set to refuse what the page asks; it should start all the same.
  const own = existsSync(shipped) ? readManifests('The explorer page', [shipped], usualLimits) : [];
  return new PersistedDocuments([...own, ...readManifests('CONCORD_PERSISTED_DOCUMENTS', paths, limits)], sharers);
}
