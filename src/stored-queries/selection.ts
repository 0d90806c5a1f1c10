import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedOutputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import {
  type Collecting,
  collectFields,
  conditionsOf,
  type FieldWithin,
  type SetWithin,
} from '#query-document/collect-fields.ts';
import { type WalkedDocument, walkDocument } from '#query-document/walk-document.ts';

/** Something that a query selects, under its name in the answer. */
export interface Selected {
  readonly name: string;
  readonly type: GraphQLNamedOutputType;
  /** How many lists it is in: 2 for `[[Float]]`. */
  readonly lists: number;
  /** Whether it is there wherever the object is on which it is selected. */
  readonly required: boolean;
  /** Whether a list of it has no gaps. */
  readonly itemsRequired: boolean;
  readonly description: string;
  /** In the order of the document; empty for a leaf. */
  readonly fields: ReadonlyMap<string, Selected>;
  /** Where the document says it. */
  readonly nodes: readonly FieldNode[];
}

/** A list of rows with pages, as its `nodes` and `edges` are. */
export const isConnection = ({ type }: Selected): boolean => type.name.endsWith('Connection');

/** The one operation of a valid document. */
export const operationOf = ({ definitions }: DocumentNode): OperationDefinitionNode =>
  definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode; // there is one

/** What a valid document of one query selects, fragments written out. What is asked about the schema itself is left out. */
export function selectionOf(schema: GraphQLSchema, document: DocumentNode): ReadonlyMap<string, Selected> {
  const walked = walkDocument(schema, document);
  const root = schema.getQueryType();
  const [operation] = walked.operations;
  if (!root || operation === undefined) return new Map();
  return new SelectionReader(walked).fields([{ set: operation.selectionSet, around: { type: root, always: true } }]);
}

/** Where a field is selected. */
interface Selecting {
  readonly type: GraphQLNamedOutputType;
  /** Whether it is selected on every object there, whatever the variables are. */
  readonly always: boolean;
}

class SelectionReader {
  readonly #schema: GraphQLSchema;
  readonly #fragments: WalkedDocument['fragments'];
  readonly #collecting: Collecting<Selecting>;

  constructor({ schema, fragments }: WalkedDocument) {
    this.#schema = schema;
    this.#fragments = fragments;
    this.#collecting = {
      within: (selection, { type, always }, condition) => {
        const unconditional = always && conditionsOf(selection).length === 0;
        if (selection.kind === Kind.FIELD) return this.#field(type, selection) && { type, always: unconditional };
        const narrowed = this.#schema.getType(condition ?? type.name) as GraphQLNamedOutputType; // the document is valid
        return { type: narrowed, always: unconditional && this.#covers(narrowed, type) };
      },
      seenAs: ({ always }) => (always ? 'always' : 'sometimes'),
    };
  }

  fields(sets: readonly SetWithin<Selecting>[]): ReadonlyMap<string, Selected> {
    const found = collectFields(this.#fragments, sets, this.#collecting);
    return new Map(Array.from(found, ([name, occurrences]) => [name, this.#selected(name, occurrences)]));
  }

  #selected(name: string, occurrences: readonly FieldWithin<Selecting>[]): Selected {
    const definitions = occurrences.map(({ node, around }) => this.#field(around.type, node) as Field); // others are left out
    const [{ type, description }] = definitions as [Field]; // one at least
    const sets = occurrences.flatMap(({ node: { selectionSet: set } }, index) =>
      set ? [{ set, around: { type: getNamedType((definitions[index] as Field).type), always: true } }] : [],
    );
    return {
      name,
      type: getNamedType(type),
      lists: listsIn(type),
      required: isNonNullType(type) && occurrences.some((one) => one.around.always),
      itemsRequired: hasItems(type),
      description: description ?? '',
      fields: this.fields(sets),
      nodes: occurrences.map(({ node }) => node),
    };
  }

  /** Whether every object of a type is of another. */
  #covers(wide: GraphQLNamedOutputType, type: GraphQLNamedOutputType): boolean {
    if (wide === type) return true;
    return isAbstractType(wide) && (isObjectType(type) || isInterfaceType(type)) && this.#schema.isSubType(wide, type);
  }

  /** The definition of a field; null when it is about the schema itself. */
  #field(type: GraphQLNamedOutputType, { name }: FieldNode): Field | null {
    if (name.value === '__schema' || name.value === '__type') return null;
    return this.#schema.getField(type as Parameters<GraphQLSchema['getField']>[0], name.value) ?? null; // it has fields
  }
}

type Field = GraphQLField<unknown, unknown>;

function listsIn(type: GraphQLOutputType): number {
  if (isNonNullType(type)) return listsIn(type.ofType);
  return isListType(type) ? 1 + listsIn(type.ofType) : 0;
}

function hasItems(type: GraphQLOutputType): boolean {
  const list = isNonNullType(type) ? type.ofType : type;
  return isListType(list) && isNonNullType(list.ofType);
}
