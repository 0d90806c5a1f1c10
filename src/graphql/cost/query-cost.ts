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
import type { PageSizes } from '../connection.ts';
import { type Condition, conditionOf } from './condition-of.ts';
import type { Around, FieldCost, LedgerSizes, RawArguments } from './field-cost.ts';
import { pastPoints, pastsAsked } from './past-points.ts';
import { argumentsReader, type Variables } from './raw-arguments.ts';

/** The points of a query with these variables on a ledger and with pages of these sizes: an upper bound, known before anything is executed. */
export type QueryCost = (variables: Variables, ledger: LedgerSizes, pageSizes: PageSizes) => number;

/** A number where it depends on nothing that a request brings. */
type Points = number | ((variables: Variables, around: Around) => number);

const reckoned = (points: Points, variables: Variables, around: Around): number =>
  typeof points === 'number' ? points : points(variables, around);

const usualRows = 5;
const introspection: Readonly<Record<string, number>> = { __schema: 5_000, __type: 500, __typename: 0 };
const mutation = 1_000;

/**
 * Turns an operation of a valid document into a function that counts its points. What is selected several times under one response name is counted
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
  const points = new CostCompiler(schema, document).selection(root, [{ set: operation.selectionSet, when: [] }]);
  const pasts = pastsAsked(document);
  return (variables, ledger, pageSizes) => {
    const all = defaults?.length ? { ...given, ...variables } : variables;
    const around = { ledger, pageSizes, parties: 0, propositions: 0, page: pageSizes.usual };
    return Math.ceil(reckoned(points, all, around) + pasts(all) * pastPoints(ledger));
  };
}

const argument = (value: NonNullable<FieldNode['arguments']>[number]['value']) =>
  ({ kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'value' }, value }) as const;

/** A selection set and the conditions under which it is included. */
interface Selected {
  readonly set: SelectionSetNode;
  readonly when: readonly Condition[];
}

/** Everything that is selected under one response name. */
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
    const fixed = fields.reduce((sum: number, field) => sum + (typeof field === 'number' ? field : 0), 0);
    const others = fields.filter((field) => typeof field !== 'number');
    if (others.length === 0) return fixed;
    return (variables, around) => {
      let sum = fixed;
      for (const field of others) sum += field(variables, around);
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
    if (first === undefined) return 0;
    const name = first.node.name.value;
    const fixed = introspection[name];
    if (fixed !== undefined) return fixed;
    const field = hasFields(type) ? type.getFields()[name] : undefined;
    if (field === undefined) return 1;
    const price = this.#priceOf(type, field);
    const of = getNamedType(field.type);
    const sets = nodes.flatMap(({ node, when }) => (node.selectionSet ? [{ set: node.selectionSet, when }] : []));
    const selected = isCompositeType(of) && sets.length > 0 ? this.selection(of, sets) : 0;
    const always = nodes.some(({ when }) => when.length === 0);
    const { points, rows, within } = price;
    if (always && typeof points === 'number' && typeof rows === 'number' && !within && typeof selected === 'number')
      return points + rows * selected;
    const args = argumentsReader(first.node.arguments);
    return (variables, around) => {
      if (!always && !nodes.some(({ when }) => when.every((holds) => holds(variables)))) return 0;
      const given = args(variables);
      const inner = within?.(given, around) ?? around;
      const base = typeof points === 'number' ? points : points(given, around);
      const times = typeof rows === 'number' ? rows : rows(given, inner);
      return base + times * reckoned(selected, variables, inner);
    };
  }

  /** What a field costs, and what is known within it. */
  #priceOf(type: GraphQLNamedType, field: GraphQLField<unknown, unknown>): Price {
    const declared = (field.extensions as { readonly cost?: FieldCost }).cost ?? {}; // only cost() writes that name
    const isMutation = type === this.#schema.getMutationType();
    const { points = isMutation ? mutation : 1, rows = usualRowsOf(type, field), around: declaredWithin } = declared;
    const paged = getNamedType(field.type).name.endsWith('Connection');
    if (!paged && declaredWithin === undefined) return { points, rows, within: null };
    const within = (args: RawArguments, around: Around): Around => {
      const onPage = paged ? { ...around, page: pageSize(args, around.pageSizes) } : around;
      return declaredWithin === undefined ? onPage : { ...onPage, ...declaredWithin(args, onPage) };
    };
    return { points, rows, within };
  }
}

/** `points` and `rows` as `FieldCost` has them; `within` is null when nothing more is known within the field than around it. */
interface Price extends Required<Pick<FieldCost, 'points' | 'rows'>> {
  readonly within: ((args: RawArguments, around: Around) => Around) | null;
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
function pageSize({ first, last }: RawArguments, { usual, largest }: PageSizes): number {
  const asked = Number(first ?? last ?? usual);
  return asked >= 0 && asked <= largest ? asked : 1;
}
