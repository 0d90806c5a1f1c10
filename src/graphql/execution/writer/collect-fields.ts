import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { NotWritableError } from './not-writable-error.ts';

/** What a document says beside its operation, and the conditions under which it is written. */
export interface Surroundings {
  readonly schema: GraphQLSchema;
  /** The fragments of the document by name. */
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Whether a field or fragment is included, by its `@skip` and `@include`. */
  readonly isIncluded: (node: SelectionNode) => boolean;
}

/**
 * What is asked of an object, by the names of the answer and in their order, as graphql-js collects it; of several fields under one name, which a
 * valid document asks alike, all nodes.
 */
export function collectFields(
  { schema, fragments, isIncluded }: Surroundings,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): ReadonlyMap<string, readonly FieldNode[]> {
  const collected = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  const applies = (condition: string | undefined) => {
    const narrowed = condition === undefined ? type : schema.getType(condition);
    return narrowed === type || (isAbstractType(narrowed) && schema.isSubType(narrowed, type));
  };
  const collect = (set: SelectionSetNode) => {
    for (const selection of set.selections) {
      if (!isIncluded(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value;
        const nodes = collected.get(name);
        if (nodes === undefined) collected.set(name, [selection]);
        else nodes.push(selection);
        continue;
      }
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        // The second time it adds nothing, and fragments within fragments multiply.
        if (visited.has(selection.name.value)) continue;
        visited.add(selection.name.value);
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      if (fragment === undefined) throw new NotWritableError('an unknown fragment');
      if (applies(fragment.typeCondition?.name.value)) collect(fragment.selectionSet);
    }
  };
  sets.forEach(collect);
  return collected;
}
