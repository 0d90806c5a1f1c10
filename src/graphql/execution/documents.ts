import { hash } from 'node:crypto';
import { type DocumentNode, type GraphQLError, Kind, type OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { DocumentLimits } from './document-limits.ts';
import { Operation } from './operation.ts';
import { documentErrors, parseDocument } from './read-document.ts';
import { shapeErrors } from './shape-errors.ts';
import { validationWork } from './validation-work.ts';

/** Bytes of memory that the parsed documents take together, roughly. */
const mostBytes = 64 * 1024 * 1024;

/** What a parsed document takes for each character of its text, as measured with queries of this schema: tokens, nodes and places. */
const bytesPerCharacter = 160;

/** Texts that were seen once are remembered by a hash, so many of them. */
const mostSeenOnce = 50_000;

/** A document that fits the schema and the limits. */
export class ValidDocument {
  readonly document: DocumentNode;
  readonly operations: readonly Operation[];

  constructor(text: string, document: DocumentNode) {
    this.document = document;
    this.operations = document.definitions
      .filter((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION)
      .map((node) => new Operation(text, document, node));
  }

  /** The operation of a name, or the only one there is; null when that names none, as graphql-js has it. */
  operation(name: string | null | undefined): Operation | null {
    if (name == null) return this.operations.length === 1 ? (this.operations[0] ?? null) : null;
    return this.operations.find(({ node }) => node.name?.value === name) ?? null;
  }
}

/** A text that was parsed: `errors` are why it cannot be executed. */
export interface InvalidDocument {
  readonly document: DocumentNode;
  readonly errors: readonly GraphQLError[];
}

export type ReadDocument = ValidDocument | InvalidDocument;

/** Validates a text that can be parsed; resolves to its errors. */
export type ValidateElsewhere = (text: string) => Promise<readonly GraphQLError[]>;

/** Comparisons of fields with each other up to which a document is validated at once: some milliseconds. */
const mostWorkHere = 10_000;

/**
 * Reads documents, and keeps those that come again: from the second time on, if they are valid, as long as there is room. So what is asked once, and what
 * is wrong, takes no memory.
 */
export class Documents {
  readonly #limits: DocumentLimits;
  readonly #valid = new LRUCache<string, ValidDocument>({
    maxSize: mostBytes,
    sizeCalculation: (_, text) => (text.length + 1) * bytesPerCharacter,
  });
  readonly #seenOnce = new LRUCache<number, true>({ max: mostSeenOnce });

  constructor(limits: DocumentLimits) {
    this.#limits = limits;
  }

  /**
   * The document of a text. Where validating it takes long, `elsewhere` is asked to, and resolves to its errors.
   * @throws GraphQLError when it cannot be parsed
   */
  read(text: string, elsewhere: ValidateElsewhere): ReadDocument | Promise<ReadDocument> {
    const before = this.#valid.get(text);
    if (before !== undefined) return before;
    const document = parseDocument(text, this.#limits);
    const validated = (errors: readonly GraphQLError[]) => this.#validated(text, document, errors);
    const tooLarge = shapeErrors(document, this.#limits);
    if (tooLarge.length > 0) return validated(tooLarge);
    if (validationWork(document) > mostWorkHere) return elsewhere(text).then(validated);
    return validated(documentErrors(document, this.#limits));
  }

  #validated(text: string, document: DocumentNode, errors: readonly GraphQLError[]): ReadDocument {
    if (errors.length > 0) return { document, errors };
    const valid = new ValidDocument(text, document);
    const digest = hash('sha1', text, 'buffer').readUInt32LE();
    if (this.#seenOnce.has(digest)) this.#valid.set(text, valid);
    else this.#seenOnce.set(digest, true);
    return valid;
  }
}
