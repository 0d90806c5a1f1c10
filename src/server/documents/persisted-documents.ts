import { LRUCache } from 'lru-cache';
import { hashOf } from './document-hash.ts';

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
  readonly #registered = new LRUCache<string, PersistedDocument>({
    max: mostRegistered,
    maxSize: mostRegisteredLetters,
    sizeCalculation: ({ text }) => text.length + 1,
  });

  constructor(ofManifests: readonly PersistedDocument[]) {
    this.#ofManifests = new Map(ofManifests.map((document) => [document.hash, document]));
  }

  find(hash: string): PersistedDocument | null {
    return this.#ofManifests.get(hash) ?? this.#registered.get(hash) ?? null;
  }

  register(text: string): void {
    const hash = hashOf(text);
    if (!this.#ofManifests.has(hash)) this.#registered.set(hash, { hash, text, name: null });
  }
}
