import type { FragmentDefinitionNode, OperationDefinitionNode } from 'graphql';

/** The size of an operation with its fragments written out. */
export interface Shape {
  /** Levels of nested fields; introspection counts as one. */
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
  /** Fields that are in no other field. */
  readonly rootFields: number;
}

/** What an operation or fragment selects itself; `spreads` are the fragments that are not counted. */
export interface OwnSize extends Writable<Shape> {
  readonly spreads: Spread[];
}

type Writable<T> = { -readonly [Name in keyof T]: T[Name] };

interface Spread {
  readonly fragment: string;
  /** Number of fields that it is in. */
  readonly level: number;
  /** Whether one of these is introspection, whose depth does not matter. */
  readonly isMeta: boolean;
}

/** What has a shape. */
export interface Measurable {
  readonly operations: readonly OperationDefinitionNode[];
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly sizes: ReadonlyMap<OperationDefinitionNode | FragmentDefinitionNode, OwnSize>;
}

const nothing: Shape = { depth: 0, fields: 0, aliases: 0, directives: 0, rootFields: 0 };

/** The largest figure of each kind among the operations of a document. Takes time by its length, however its fragments multiply it. */
export function shapeOf({ operations, fragments, sizes }: Measurable): Shape {
  const measured = new Map<string, Shape>();
  const ofDefinition = (node: OperationDefinitionNode | FragmentDefinitionNode): Shape => {
    const { spreads, ...size } = sizes.get(node) ?? emptySize();
    for (const { fragment, level, isMeta } of spreads) {
      const inner = ofFragment(fragment);
      if (!isMeta) size.depth = Math.max(size.depth, level + inner.depth);
      size.fields += inner.fields;
      size.aliases += inner.aliases;
      size.directives += inner.directives;
      if (level === 0) size.rootFields += inner.rootFields;
    }
    return size;
  };
  const ofFragment = (name: string): Shape => {
    const before = measured.get(name);
    if (before !== undefined) return before;
    // Counts as nothing while it is measured: that it spreads itself is another rule's business.
    measured.set(name, nothing);
    const fragment = fragments.get(name);
    const shape = fragment ? ofDefinition(fragment) : nothing;
    measured.set(name, shape);
    return shape;
  };
  return operations.map(ofDefinition).reduce(largest, nothing);
}

const largest = (a: Shape, b: Shape): Shape => ({
  depth: Math.max(a.depth, b.depth),
  fields: Math.max(a.fields, b.fields),
  aliases: Math.max(a.aliases, b.aliases),
  directives: Math.max(a.directives, b.directives),
  rootFields: Math.max(a.rootFields, b.rootFields),
});

/** The size of a definition before anything of it is counted. */
export const emptySize = (): OwnSize => ({ ...nothing, spreads: [] });
