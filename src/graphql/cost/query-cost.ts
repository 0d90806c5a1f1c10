import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { pageSizes } from '../connection/page.ts';
import { type Condition, conditionOf } from './condition-of.ts';
import type { Around, FieldCost, LedgerSizes, RawArguments } from './field-cost.ts';
import { argumentsReader, type Variables } from './raw-arguments.ts';

/** The points of a query with these variables on a ledger of this size: an upper bound, known before anything is executed. */
export type QueryCost = (variables: Variables, ledger: LedgerSizes) => number;

type Points = (variables: Variables, around: Around) => number;

const usualRows = 5;
const introspection: Readonly<Record<string, number>> = { __schema: 5_000, __type: 500, __typename: 0 };
const mutation = 1_000;

/**
 * Turns an operation of a valid document into a function that counts its points. What is asked several times under one name is counted
 * once, as it is answered once.
 */
export function compileCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): QueryCost {
  const root = schema.getRootType(operation.operation);
  if (!root) return () => 1;
  const defaults = operation.variableDefinitions?.flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, argumentsReader([argument(defaultValue)])({}).value] as const] : [],
  );
  const given = Object.fromEntries(defaults ?? []);
  const start = { parties: 0, propositions: 0, page: pageSizes().usual };
  const points = new CostCompiler(schema, document).selection(root, [{ set: operation.selectionSet, when: [] }]);
  return (variables, ledger) =>
    Math.ceil(points(defaults?.length ? { ...given, ...variables } : variables, { ...start, ledger }));
}

const argument = (value: NonNullable<FieldNode['arguments']>[number]['value']) =>
  ({ kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'value' }, value }) as const;

/** A selection set, and the conditions under which it is asked for. */
interface Selected {
  readonly set: SelectionSetNode;
  readonly when: readonly Condition[];
}

/** Everything that is asked for under one name of an answer. */
interface Asked {
  readonly type: GraphQLNamedType;
  readonly nodes: { readonly node: FieldNode; readonly when: readonly Condition[] }[];
}

class CostCompiler {
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(schema: GraphQLSchema, document: DocumentNode) {
    this.#schema = schema;
    const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
    this.#fragments = new Map(
      (fragments as FragmentDefinitionNode[]).map((fragment) => [fragment.name.value, fragment]), // of that kind
    );
  }

  selection(type: GraphQLNamedType, sets: readonly Selected[]): Points {
    const asked = new Map<string, Asked>();
    const visited = new Set<string>();
    for (const selected of sets) this.#collect(type, selected, asked, visited);
    const fields = Array.from(asked.values(), (one) => this.#field(one));
    return (variables, around) => {
      let sum = 0;
      for (const field of fields) sum += field(variables, around);
      return sum;
    };
  }

  #collect(type: GraphQLNamedType, { set, when }: Selected, into: Map<string, Asked>, visited: Set<string>): void {
    for (const selection of set.selections) {
      const condition = conditionOf(selection.directives);
      const conditions = condition === null ? when : [...when, condition];
      if (selection.kind === Kind.FIELD) {
        const name = `${type.name}.${(selection.alias ?? selection.name).value}`;
        const asked = into.get(name) ?? { type, nodes: [] };
        asked.nodes.push({ node: selection, when: conditions });
        into.set(name, asked);
        continue;
      }
      const isSpread = selection.kind === Kind.FRAGMENT_SPREAD;
      const fragment = isSpread ? this.#fragments.get(selection.name.value) : selection;
      if (fragment === undefined) continue;
      if (isSpread && conditions.length === 0) {
        if (visited.has(selection.name.value)) continue;
        visited.add(selection.name.value);
      }
      const narrowed = fragment.typeCondition && this.#schema.getType(fragment.typeCondition.name.value);
      this.#collect(narrowed ?? type, { set: fragment.selectionSet, when: conditions }, into, visited);
    }
  }

  #field({ type, nodes }: Asked): Points {
    const [first] = nodes;
    if (first === undefined) return () => 0;
    const name = first.node.name.value;
    const fixed = introspection[name];
    if (fixed !== undefined) return () => fixed;
    const field = hasFields(type) ? type.getFields()[name] : undefined;
    if (field === undefined) return () => 1;
    const own = this.#priceOf(type, field);
    const of = getNamedType(field.type);
    const sets = nodes.flatMap(({ node, when }) => (node.selectionSet ? [{ set: node.selectionSet, when }] : []));
    const children = isCompositeType(of) && sets.length > 0 ? this.selection(of, sets) : null;
    const args = argumentsReader(first.node.arguments);
    const always = nodes.some(({ when }) => when.length === 0);
    return (variables, around) => {
      if (!always && !nodes.some(({ when }) => when.every((holds) => holds(variables)))) return 0;
      return own(args(variables), around, (inner) => children?.(variables, inner) ?? 0);
    };
  }

  /** What a field costs with what is selected in it. */
  #priceOf(type: GraphQLNamedType, field: GraphQLField<unknown, unknown>) {
    const declared = (field.extensions as { readonly cost?: FieldCost }).cost ?? {}; // only cost() writes that name
    const isMutation = type === this.#schema.getMutationType();
    const { points = isMutation ? mutation : 1, rows = usualRowsOf(type, field), around: within } = declared;
    const paged = getNamedType(field.type).name.endsWith('Connection');
    return (args: RawArguments, around: Around, selected: (inner: Around) => number): number => {
      const page = paged ? pageSize(args) : around.page;
      const inner = paged || within ? { ...around, page, ...within?.(args, { ...around, page }) } : around;
      const base = typeof points === 'number' ? points : points(args, around);
      const times = typeof rows === 'number' ? rows : rows(args, inner);
      return base + times * selected(inner);
    };
  }
}

const hasFields = (type: GraphQLNamedType): type is GraphQLObjectType => isObjectType(type) || isInterfaceType(type);

function usualRowsOf(
  type: GraphQLNamedType,
  { name, type: of }: GraphQLField<unknown, unknown>,
): FieldCost['rows'] & {} {
  if (type.name.endsWith('Connection') && (name === 'nodes' || name === 'edges')) return (_args, { page }) => page;
  return isListType(getNullableType(of)) ? usualRows : 1;
}

/** Rows of a page at most; what is no number or out of range is refused later, when the field is answered. */
function pageSize({ first, last }: RawArguments): number {
  const { usual, largest } = pageSizes();
  const asked = Number(first ?? last ?? usual);
  return asked >= 0 && asked <= largest ? asked : 1;
}
