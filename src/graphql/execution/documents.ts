import { hash } from 'node:crypto';
import { type DocumentNode, type GraphQLError, Kind, type OperationDefinitionNode, OperationTypeNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { eachValue } from '#query-document/arguments.ts';
import type { WalkedDocument, WalkedField } from '#query-document/walk-document.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { apiError } from '../api-error.ts';
import type { PageSizes } from '../connection.ts';
import type { FieldCost } from '../cost/field-cost.ts';
import { compileCost, ledgerSizes, type QueryCost } from '../cost/query-cost.ts';
import { isUnrevisioned } from '../unrevisioned.ts';
import { type DocumentLimits, documentErrors, parseDocument, shapeErrors, validationWork } from './read-document.ts';
import { Writers } from './writer/json-writer.ts';

/** The longest text and list, and the deepest nesting, that an argument may have, whatever it is for. */
const longestText = 10_000;
const longestList = 1_000;
const deepest = 20;

/** Why the database cannot store a text; null when it can. */
function textProblem(text: string): string | null {
  if (text.length > longestText) return `found ${text.length} characters, expected at most ${longestText}`;
  if (text.includes('\0')) return 'found the character NUL (U+0000), expected text without NUL';
  return text.isWellFormed() ? null : 'found a lone surrogate, expected well-formed Unicode';
}

/** What is wrong with the length of a list; null when nothing. */
const listProblem = (length: number): string | null =>
  length <= longestList ? null : `found ${length} values, expected at most ${longestList}`;

/** What is wrong, and where within the value. */
export interface ValueProblem {
  /** Its path within the value, such as `[3].note`; empty for the value itself. */
  readonly path: string;
  readonly problem: string;
}

const here = (problem: string | null): ValueProblem | null => (problem === null ? null : { path: '', problem });

/** The first thing within a value that cannot be taken; null when there is nothing. */
function valueProblem(value: unknown, depth = 0): ValueProblem | null {
  if (typeof value === 'string') return here(textProblem(value));
  if (typeof value !== 'object' || value === null) return null;
  if (depth === deepest)
    return here(`found values nested more than ${deepest} levels deep, expected at most ${deepest}`);
  if (Array.isArray(value)) {
    const tooLong = listProblem(value.length);
    if (tooLong !== null) return here(tooLong);
    for (let index = 0; index < value.length; index++) {
      const inner = valueProblem(value[index], depth + 1);
      if (inner !== null) return { ...inner, path: `[${index}]${inner.path}` };
    }
    return null;
  }
  for (const name in value) {
    const inner = valueProblem((value as Readonly<Record<string, unknown>>)[name], depth + 1);
    if (inner !== null) return { ...inner, path: `.${name.slice(0, 80).toWellFormed()}${inner.path}` };
  }
  return null;
}

/** The first thing within the variables of a request that cannot be taken, and where; null when there is nothing. */
export function variableProblem(variables: Readonly<Record<string, unknown>>): string | null {
  for (const name in variables) {
    const found = valueProblem(variables[name]);
    if (found !== null) return `$${name.slice(0, 80).toWellFormed()}${found.path}: ${found.problem}.`;
  }
  return null;
}

/** An error for each value in a document that is no text for Postgres, or of senseless length. */
export function literalErrors({ values }: WalkedDocument): readonly GraphQLError[] {
  const errors: GraphQLError[] = [];
  for (const { name, value } of values) {
    eachValue(value, (one) => {
      const isText = one.kind === Kind.STRING;
      const problem = isText ? textProblem(one.value) : one.kind === Kind.LIST ? listProblem(one.values.length) : null;
      if (problem !== null) errors.push(apiError('BAD_INPUT', `${name}: ${problem}.`));
    });
  }
  return errors;
}

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
