import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
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
  type SelectionSetNode,
} from 'graphql';

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
  const fragments = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  const reader = new SelectionReader(schema, new Map(fragments.map((fragment) => [fragment.name.value, fragment])));
  const root = schema.getQueryType();
  return root ? reader.fields([{ type: root, set: operationOf(document).selectionSet }]) : new Map();
}

interface Set {
  readonly type: GraphQLNamedOutputType;
  readonly set: SelectionSetNode;
}

/** One place that selects a field. */
interface Occurrence {
  readonly node: FieldNode;
  readonly type: GraphQLOutputType;
  readonly description: string;
  /** Whether it is selected on every object there, whatever the variables are. */
  readonly always: boolean;
}

class SelectionReader {
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(schema: GraphQLSchema, fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
    this.#schema = schema;
    this.#fragments = fragments;
  }

  fields(sets: readonly Set[]): ReadonlyMap<string, Selected> {
    const found = new Map<string, Occurrence[]>();
    for (const set of sets) this.#collect(set, true, found);
    return new Map(Array.from(found, ([name, occurrences]) => [name, this.#selected(name, occurrences)]));
  }

  #selected(name: string, occurrences: readonly Occurrence[]): Selected {
    const [{ type, description }] = occurrences as [Occurrence]; // one at least
    const sets = occurrences.flatMap(({ node, type: of }) =>
      node.selectionSet ? [{ type: getNamedType(of), set: node.selectionSet }] : [],
    );
    return {
      name,
      type: getNamedType(type),
      lists: listsIn(type),
      required: isNonNullType(type) && occurrences.some(({ always }) => always),
      itemsRequired: hasItems(type),
      description,
      fields: this.fields(sets),
      nodes: occurrences.map(({ node }) => node),
    };
  }

  #collect({ type, set }: Set, always: boolean, into: Map<string, Occurrence[]>): void {
    for (const selection of set.selections) {
      const unconditional = always && !selection.directives?.some(({ name }) => /^(skip|include)$/.test(name.value));
      if (selection.kind !== Kind.FIELD) {
        const spread = selection.kind === Kind.FRAGMENT_SPREAD;
        const fragment = spread ? this.#fragments.get(selection.name.value) : selection;
        if (fragment === undefined) continue;
        const condition = fragment.typeCondition?.name.value ?? type.name;
        const narrowed = this.#schema.getType(condition) as GraphQLNamedOutputType; // the document is valid
        this.#collect(
          { type: narrowed, set: fragment.selectionSet },
          unconditional && this.#covers(narrowed, type),
          into,
        );
        continue;
      }
      const field = this.#field(type, selection);
      if (field === null) continue;
      const name = (selection.alias ?? selection.name).value;
      into.set(name, [...(into.get(name) ?? []), { ...field, node: selection, always: unconditional }]);
    }
  }

  /** Whether every object of a type is of another. */
  #covers(wide: GraphQLNamedOutputType, type: GraphQLNamedOutputType): boolean {
    if (wide === type) return true;
    return isAbstractType(wide) && (isObjectType(type) || isInterfaceType(type)) && this.#schema.isSubType(wide, type);
  }

  #field(type: GraphQLNamedOutputType, { name }: FieldNode): Pick<Occurrence, 'type' | 'description'> | null {
    const field = this.#schema.getField(type as Parameters<GraphQLSchema['getField']>[0], name.value); // it has fields
    if (field === undefined || name.value === '__schema' || name.value === '__type') return null;
    return { type: field.type, description: field.description ?? '' };
  }
}

function listsIn(type: GraphQLOutputType): number {
  if (isNonNullType(type)) return listsIn(type.ofType);
  return isListType(type) ? 1 + listsIn(type.ofType) : 0;
}

function hasItems(type: GraphQLOutputType): boolean {
  const list = isNonNullType(type) ? type.ofType : type;
  return isListType(list) && isNonNullType(list.ofType);
}
