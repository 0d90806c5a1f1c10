import { hash } from 'node:crypto';
import { type DocumentNode, type GraphQLError, type OperationDefinitionNode, OperationTypeNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { ledgerSizes } from '#comparison/counts.ts';
import type { WalkedDocument, WalkedField } from '#query-document/walk-document.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { PageSizes } from '../connection.ts';
import type { FieldCost } from '../cost/field-cost.ts';
import { compileCost, type QueryCost } from '../cost/query-cost.ts';
import { isUnrevisioned } from '../unrevisioned.ts';
import { type DocumentLimits, documentErrors, parseDocument, shapeErrors, validationWork } from './read-document.ts';
import { literalErrors } from './value-problem.ts';
import { Writers } from './writer/json-writer.ts';

/** Bytes of memory that the parsed documents of a process take together, roughly. */
const mostBytes = 64 * 1024 * 1024;

/** What a parsed document takes for each character of its text, as measured with queries of this schema: tokens, nodes and what is known of these. */
const bytesPerCharacter = 160;

/** Texts that were seen once are remembered by a hash, so many of them. */
const mostSeenOnce = 50_000;

/** A document that fits the schema and the limits. */
export class ValidDocument {
  readonly document: DocumentNode;
  readonly operations: readonly Operation[];

  constructor(text: string, walked: WalkedDocument) {
    this.document = walked.document;
    this.operations = walked.operations.map((node) => new Operation(text, walked, node));
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
  readonly #valid: LRUCache<string, ValidDocument>;
  readonly #seenOnce: LRUCache<number, true>;

  /** `sharers` is how many of its kind the memory is divided among. */
  constructor(limits: DocumentLimits, sharers = 1) {
    this.#limits = limits;
    this.#valid = new LRUCache({
      maxSize: Math.ceil(mostBytes / sharers),
      sizeCalculation: (_, text) => (text.length + 1) * bytesPerCharacter,
    });
    this.#seenOnce = new LRUCache({ max: Math.ceil(mostSeenOnce / sharers) });
  }

  /**
   * The document of a text. Where validating it takes long, `elsewhere` is asked to, and resolves to its errors.
   * @throws GraphQLError when it cannot be parsed
   */
  read(text: string, elsewhere: ValidateElsewhere): ReadDocument | Promise<ReadDocument> {
    const before = this.#valid.get(text);
    if (before !== undefined) return before;
    const walked = parseDocument(text, this.#limits);
    const validated = (errors: readonly GraphQLError[]) => this.#validated(text, walked, errors);
    const tooLarge = shapeErrors(walked, this.#limits);
    if (tooLarge.length > 0) return validated(tooLarge);
    if (validationWork(walked) > mostWorkHere) return elsewhere(text).then(validated);
    return validated(documentErrors(walked, this.#limits));
  }

  #validated(text: string, walked: WalkedDocument, errors: readonly GraphQLError[]): ReadDocument {
    if (errors.length > 0) return { document: walked.document, errors };
    const valid = new ValidDocument(text, walked);
    const digest = hash('sha1', text, 'buffer').readUInt32LE();
    if (this.#seenOnce.has(digest)) this.#valid.set(text, valid);
    else this.#seenOnce.set(digest, true);
    return valid;
  }
}

const longestName = 80;

/** An operation of a valid document, with what is known of it whatever its variables are. Each is found out when it is first needed. */
export class Operation {
  readonly text: string;
  readonly document: DocumentNode;
  readonly node: OperationDefinitionNode;
  /** As logs have it; null for one without a name. */
  readonly name: string | null;
  readonly writers: Writers;
  readonly #walked: WalkedDocument;
  #cost: QueryCost | null = null;
  #literalErrors: readonly GraphQLError[] | null = null;
  #isOfLedger: boolean | null = null;
  #preparesLedger: boolean | null = null;

  constructor(text: string, walked: WalkedDocument, node: OperationDefinitionNode) {
    this.text = text;
    this.document = walked.document;
    this.node = node;
    this.name = node.name?.value.slice(0, longestName) ?? null;
    this.writers = new Writers(walked, node);
    this.#walked = walked;
  }

  get isQuery(): boolean {
    return this.node.operation === OperationTypeNode.QUERY;
  }

  get isSubscription(): boolean {
    return this.node.operation === OperationTypeNode.SUBSCRIPTION;
  }

  /** The one field of a subscription; null of other operations, and of one that asks for `__typename` alone. */
  get subscribed(): SubscribedField | null {
    const fields = this.isSubscription ? this.#walked.schema.getSubscriptionType()?.getFields() : undefined;
    const field = this.#walked.fields.find(
      ({ node, definition }) => definition && fields?.[node.name.value] === definition,
    );
    return (field as SubscribedField | undefined) ?? null;
  }

  /** Points that it costs at most with these variables on this ledger and with pages of these sizes. */
  points(variables: Readonly<Record<string, unknown>>, snapshot: Snapshot, pageSizes: PageSizes): number {
    this.#cost ??= compileCost(this.#walked, this.node);
    return this.#cost(variables, ledgerSizes(snapshot), pageSizes);
  }

  /** What is wrong with values that the document itself has. */
  get literalErrors(): readonly GraphQLError[] {
    this.#literalErrors ??= literalErrors(this.#walked);
    return this.#literalErrors;
  }

  /** Whether nothing but the ledger and the day determine the answer. */
  get isOfLedger(): boolean {
    this.#isOfLedger ??= !this.#hasField(isUnrevisioned);
    return this.#isOfLedger;
  }

  /** Whether the first to ask it after a revision has something made of the whole ledger (`FieldCost.preparesLedger`). */
  get preparesLedger(): boolean {
    this.#preparesLedger ??= this.#hasField(preparesLedger);
    return this.#preparesLedger;
  }

  /** Whether the document has a field whose extensions are such. */
  #hasField(isSuch: (extensions: object | undefined) => boolean): boolean {
    return this.#walked.fields.some(({ definition }) => isSuch(definition?.extensions));
  }
}

/** A field of the type Subscription as an operation asks for it. */
export interface SubscribedField extends WalkedField {
  readonly definition: NonNullable<WalkedField['definition']>;
}

const preparesLedger = (extensions: { readonly cost?: FieldCost } = {}) => extensions.cost?.preparesLedger === true;
