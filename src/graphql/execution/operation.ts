import {
  type DocumentNode,
  type GraphQLError,
  type OperationDefinitionNode,
  OperationTypeNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { ledgerSizes } from '#comparison/counts.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { PageSizes } from '../connection/page.ts';
import type { FieldCost } from '../cost/field-cost.ts';
import { compileCost, type QueryCost } from '../cost/query-cost.ts';
import { schema } from '../schema.ts';
import { isUnrevisioned } from '../unrevisioned.ts';
import { literalErrors } from './literal-errors.ts';
import { Writers } from './writers.ts';

const longestName = 80;

/** An operation of a valid document, with what is known of it whatever its variables are. Each is found out when it is first needed. */
export class Operation {
  readonly text: string;
  readonly document: DocumentNode;
  readonly node: OperationDefinitionNode;
  /** As logs have it; null for one without a name. */
  readonly name: string | null;
  readonly writers: Writers;
  #cost: QueryCost | null = null;
  #literalErrors: readonly GraphQLError[] | null = null;
  #isOfLedger: boolean | null = null;
  #preparesLedger: boolean | null = null;

  constructor(text: string, document: DocumentNode, node: OperationDefinitionNode) {
    this.text = text;
    this.document = document;
    this.node = node;
    this.name = node.name?.value.slice(0, longestName) ?? null;
    this.writers = new Writers(document, node);
  }

  get isQuery(): boolean {
    return this.node.operation === OperationTypeNode.QUERY;
  }

  /** Points that it costs at most with these variables on this ledger and with pages of these sizes. */
  points(variables: Readonly<Record<string, unknown>>, snapshot: Snapshot, pageSizes: PageSizes): number {
    this.#cost ??= compileCost(schema, this.document, this.node);
    return this.#cost(variables, ledgerSizes(snapshot), pageSizes);
  }

  /** What is wrong with values that the document itself has. */
  get literalErrors(): readonly GraphQLError[] {
    this.#literalErrors ??= literalErrors(this.document);
    return this.#literalErrors;
  }

  /** Whether nothing but the ledger and the day determine the answer. */
  get isOfLedger(): boolean {
    this.#isOfLedger ??= !hasField(this.document, isUnrevisioned);
    return this.#isOfLedger;
  }

  /** Whether the first to ask it after a revision has something made of the whole ledger (`FieldCost.preparesLedger`). */
  get preparesLedger(): boolean {
    this.#preparesLedger ??= hasField(this.document, preparesLedger);
    return this.#preparesLedger;
  }
}

/** Whether a document has a field whose extensions are such. */
function hasField(document: DocumentNode, isSuch: (extensions: object | undefined) => boolean): boolean {
  const typeInfo = new TypeInfo(schema);
  let found = false;
  const Field = () => {
    found ||= isSuch(typeInfo.getFieldDef()?.extensions);
  };
  visit(document, visitWithTypeInfo(typeInfo, { Field }));
  return found;
}

const preparesLedger = (extensions: { readonly cost?: FieldCost } = {}) => extensions.cost?.preparesLedger === true;
