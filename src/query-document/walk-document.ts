import {
  type ArgumentNode,
  type ConstDirectiveNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { emptySize, type Measurable, type OwnSize } from './document-shape.ts';

/** A document and all that it holds, in its order: each definition is walked once, however often a fragment is spread. */
export interface WalkedDocument extends Measurable {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly fields: readonly WalkedField[];
  readonly spreads: number;
  readonly values: readonly WalkedValue[];
  /** Names of the variables on which `@skip` and `@include` depend. */
  readonly conditionVariables: readonly string[];
}

/** A field and its definition; undefined where the schema has none. */
export interface WalkedField {
  readonly node: FieldNode;
  readonly definition: GraphQLField<unknown, unknown> | undefined;
}

/** An argument of a field or directive, or the default of a variable, whose name then begins with `$`. */
export interface WalkedValue {
  readonly name: string;
  readonly value: ValueNode;
}

/** Walks a document that need not be valid. Takes time by its length. */
export function walkDocument(schema: GraphQLSchema, document: DocumentNode): WalkedDocument {
  const walker = new Walker(schema);
  const operations: OperationDefinitionNode[] = [];
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      operations.push(definition);
      walker.operation(definition);
    } else if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
      walker.fragment(definition);
    }
  }
  const { fields, spreads, values, conditionVariables, sizes } = walker;
  return {
    schema,
    document,
    operations,
    fragments,
    fields,
    spreads,
    values,
    conditionVariables: [...conditionVariables],
    sizes,
  };
}

class Walker {
  readonly fields: WalkedField[] = [];
  readonly values: WalkedValue[] = [];
  readonly conditionVariables = new Set<string>();
  readonly sizes = new Map<OperationDefinitionNode | FragmentDefinitionNode, OwnSize>();
  spreads = 0;
  readonly #schema: GraphQLSchema;
  /** Of the definition that is walked. */
  #size = emptySize();

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  operation(node: OperationDefinitionNode): void {
    for (const { variable, defaultValue, directives } of node.variableDefinitions ?? []) {
      if (defaultValue) this.values.push({ name: `$${variable.name.value}`, value: defaultValue });
      this.#directives(directives);
    }
    this.#begin(node);
    this.#size.directives += this.#directives(node.directives);
    this.#selections(node.selectionSet, this.#schema.getRootType(node.operation), 0, false);
  }

  fragment(node: FragmentDefinitionNode): void {
    this.#begin(node);
    this.#directives(node.directives);
    this.#selections(node.selectionSet, this.#schema.getType(node.typeCondition.name.value), 0, false);
  }

  #begin(node: OperationDefinitionNode | FragmentDefinitionNode): void {
    this.#size = emptySize();
    this.sizes.set(node, this.#size);
  }

  /** `level`: number of fields around. */
  #selections(
    { selections }: SelectionSetNode,
    type: GraphQLNamedType | null | undefined,
    level: number,
    isMeta: boolean,
  ): void {
    const size = this.#size;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) this.#field(selection, type, level, isMeta);
      else {
        size.directives += this.#directives(selection.directives);
        if (selection.kind === Kind.FRAGMENT_SPREAD) {
          this.spreads++;
          size.spreads.push({ fragment: selection.name.value, level, isMeta });
        } else {
          const { typeCondition, selectionSet } = selection;
          const narrowed = typeCondition ? this.#schema.getType(typeCondition.name.value) : type;
          this.#selections(selectionSet, narrowed, level, isMeta);
        }
      }
    }
  }

  #field(node: FieldNode, type: GraphQLNamedType | null | undefined, level: number, isMeta: boolean): void {
    const { name, alias, selectionSet } = node;
    const definition = type ? this.#schema.getField(type as never, name.value) : undefined; // of a type without fields it finds none
    this.fields.push({ node, definition });
    const size = this.#size;
    size.fields++;
    if (alias) size.aliases++;
    if (level === 0) size.rootFields++;
    if (!isMeta) size.depth = Math.max(size.depth, level + 1);
    this.#arguments(node.arguments);
    size.directives += this.#directives(node.directives);
    if (selectionSet) {
      const within = definition && getNamedType(definition.type);
      this.#selections(selectionSet, within, level + 1, isMeta || name.value.startsWith('__'));
    }
  }

  /** How many there are. */
  #directives(directives: readonly (DirectiveNode | ConstDirectiveNode)[] = []): number {
    for (const { name, arguments: given } of directives) {
      this.#arguments(given);
      if (name.value !== 'skip' && name.value !== 'include') continue;
      for (const { value } of given ?? []) {
        if (value.kind === Kind.VARIABLE) this.conditionVariables.add(value.name.value);
      }
    }
    return directives.length;
  }

  #arguments(given: readonly ArgumentNode[] = []): void {
    for (const { name, value } of given) this.values.push({ name: name.value, value });
  }
}
