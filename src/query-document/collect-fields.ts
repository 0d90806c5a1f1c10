import { type FieldNode, type FragmentDefinitionNode, Kind, type SelectionNode, type SelectionSetNode } from 'graphql';

/** A selection set, with what its reader knows of where it stands: `Around`. */
export interface SetWithin<Around> {
  readonly set: SelectionSetNode;
  readonly around: Around;
}

/** A field, with what its reader knows of where it stands. */
export interface FieldWithin<Around> {
  readonly node: FieldNode;
  readonly around: Around;
}

/** How fields are collected for one reader. */
export interface Collecting<Around> {
  /**
   * What is known of a field, or within a fragment, that is selected where `around` is known; null leaves it out. `condition` is the type that the
   * fragment is for; undefined for a field and for a fragment without one.
   */
  readonly within: (selection: SelectionNode, around: Around, condition: string | undefined) => Around | null;
  /** Adding a fragment again adds nothing when this is the same as before; null: it always may. */
  readonly seenAs: (around: Around) => string | null;
  /** What brings fields together; usually the name in the answer alone. */
  readonly keyOf?: (name: string, around: Around) => string;
}

/**
 * The fields of selection sets with their fragments written out, by the names of the answer and in the order of the document, as GraphQL collects
 * them; of several fields under one name, which a valid document selects alike, all nodes.
 */
export function collectFields<Around>(
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  sets: readonly SetWithin<Around>[],
  { within, seenAs, keyOf = (name) => name }: Collecting<Around>,
): Map<string, FieldWithin<Around>[]> {
  const collected = new Map<string, FieldWithin<Around>[]>();
  // The second time a fragment adds nothing, and fragments within fragments multiply.
  const seen = new Set<string>();
  const collect = ({ selections }: SelectionSetNode, around: Around): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const own = within(selection, around, undefined);
        if (own === null) continue;
        const key = keyOf((selection.alias ?? selection.name).value, own);
        const nodes = collected.get(key);
        if (nodes === undefined) collected.set(key, [{ node: selection, around: own }]);
        else nodes.push({ node: selection, around: own });
        continue;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      if (fragment === undefined) continue;
      const inner = within(selection, around, fragment.typeCondition?.name.value);
      if (inner === null) continue;
      const as = selection.kind === Kind.FRAGMENT_SPREAD ? seenAs(inner) : null;
      if (as !== null && selection.kind === Kind.FRAGMENT_SPREAD) {
        const spread = `${selection.name.value} ${as}`;
        if (seen.has(spread)) continue;
        seen.add(spread);
      }
      collect(fragment.selectionSet, inner);
    }
  };
  for (const { set, around } of sets) collect(set, around);
  return collected;
}

/** What `@skip` or `@include` says. */
export interface Condition {
  /** Whether it includes a selection, rather than leaving it out, when it is true. */
  readonly includes: boolean;
  /** The name of a variable, or the value that the document has. */
  readonly by: string | boolean;
}

/** The conditions of a field or fragment, all of which have to hold. */
export function conditionsOf({ directives }: SelectionNode): readonly Condition[] {
  if (directives === undefined || directives.length === 0) return none;
  return directives.flatMap(({ name, arguments: given }) => {
    if (name.value !== 'include' && name.value !== 'skip') return [];
    const value = given?.[0]?.value; // it has one argument
    const by = value?.kind === Kind.VARIABLE ? value.name.value : value?.kind === Kind.BOOLEAN ? value.value : false;
    return [{ includes: name.value === 'include', by }];
  });
}

const none: readonly Condition[] = [];

/** Whether a condition lets a selection through, with these variables: anything but `true` counts as false. */
export const holds = ({ includes, by }: Condition, variables: Readonly<Record<string, unknown>>): boolean =>
  ((typeof by === 'string' ? variables[by] : by) === true) === includes;
