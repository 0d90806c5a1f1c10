import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** The size of an operation with its fragments written out. */
export interface Shape {
  /** Levels of nested fields; introspection counts as one. */
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
  readonly rootFields: number;
}

const nothing: Shape = { depth: 0, fields: 0, aliases: 0, directives: 0, rootFields: 0 };

/** The largest figure of each kind among the operations of a document. Takes time by its length, however its fragments multiply it. */
export function shapeOf({ definitions }: DocumentNode): Shape {
  const measurer = new Measurer(
    definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION) as FragmentDefinitionNode[],
  );
  return definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .map((operation) => measurer.operation(operation as OperationDefinitionNode))
    .reduce((a, b) => combined(a, b, Math.max), nothing);
}

const combined = (a: Shape, b: Shape, combine: (a: number, b: number) => number): Shape => ({
  depth: Math.max(a.depth, b.depth),
  fields: combine(a.fields, b.fields),
  aliases: combine(a.aliases, b.aliases),
  directives: combine(a.directives, b.directives),
  rootFields: combine(a.rootFields, b.rootFields),
});

const sum = (a: number, b: number) => a + b;

class Measurer {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** A fragment that is being measured counts as nothing: that it spreads itself is another rule's business. */
  readonly #measured = new Map<string, Shape>();

  constructor(fragments: readonly FragmentDefinitionNode[]) {
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  operation({ selectionSet, directives }: OperationDefinitionNode): Shape {
    const shape = this.#selections(selectionSet);
    return { ...shape, directives: shape.directives + (directives?.length ?? 0) };
  }

  #selections({ selections }: SelectionSetNode): Shape {
    return selections.map((selection) => this.#selection(selection)).reduce((a, b) => combined(a, b, sum), nothing);
  }

  #selection(selection: SelectionNode): Shape {
    const shape = selection.kind === Kind.FIELD ? this.#field(selection) : this.#fragment(selection);
    return { ...shape, directives: shape.directives + (selection.directives?.length ?? 0) };
  }

  #field({ name, alias, selectionSet }: FieldNode): Shape {
    const inner = selectionSet ? this.#selections(selectionSet) : nothing;
    return {
      depth: name.value.startsWith('__') ? 1 : inner.depth + 1,
      fields: inner.fields + 1,
      aliases: inner.aliases + (alias ? 1 : 0),
      directives: inner.directives,
      rootFields: 1,
    };
  }

  #fragment(selection: Exclude<SelectionNode, FieldNode>): Shape {
    if (selection.kind === Kind.INLINE_FRAGMENT) return this.#selections(selection.selectionSet);
    const name = selection.name.value;
    const before = this.#measured.get(name);
    if (before !== undefined) return before;
    this.#measured.set(name, nothing);
    const fragment = this.#fragments.get(name);
    const shape = fragment ? this.#selections(fragment.selectionSet) : nothing;
    this.#measured.set(name, shape);
    return shape;
  }
}
