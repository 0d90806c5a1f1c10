import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { canHaveMembers } from '#comparison/bloc-members.ts';
import { partyIfAny, UnknownKeyError } from '#comparison/look-up.ts';
import { rawArguments, type Variables, valueReader } from '#query-document/arguments.ts';
import {
  type Collecting,
  type Condition,
  collectFields,
  conditionsOf,
  type FieldWithin,
  holds,
  type SetWithin,
} from '#query-document/collect-fields.ts';
import type { WalkedDocument } from '#query-document/walk-document.ts';
import type { Party } from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { PageSizes } from '../connection.ts';
import type { Around, FieldCost, LedgerSizes, RawArguments } from './field-cost.ts';
import { pastsAsked } from './pasts-asked.ts';
import { pastPoints } from './points.ts';

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
export function compileCost(walked: WalkedDocument, operation: OperationDefinitionNode): QueryCost {
  const root = walked.schema.getRootType(operation.operation);
  if (!root) return () => 1;
  const defaults = operation.variableDefinitions?.flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueReader(defaultValue)({})] as const] : [],
  );
  const given = Object.fromEntries(defaults ?? []);
  const whole = { set: operation.selectionSet, around: { type: root, when: always } };
  const points = new CostCompiler(walked).selection([whole]);
  const pasts = pastsAsked(walked);
  return (variables, ledger, pageSizes) => {
    const all = defaults?.length ? { ...given, ...variables } : variables;
    const around = { ledger, pageSizes, parties: 0, blocs: 0, propositions: 0, page: pageSizes.usual };
    return Math.ceil(reckoned(points, all, around) + pasts(all) * pastPoints(ledger));
  };
}

/** The type on which something is selected, and the conditions under which it is. */
interface Selecting {
  readonly type: GraphQLNamedType;
  readonly when: readonly Condition[];
}

const always: readonly Condition[] = [];

class CostCompiler {
  readonly #walked: WalkedDocument;
  readonly #collecting: Collecting<Selecting>;

  constructor(walked: WalkedDocument) {
    this.#walked = walked;
    this.#collecting = {
      within(selection, { type, when }, condition) {
        const conditions = conditionsOf(selection);
        const narrowed = condition === undefined ? type : (walked.schema.getType(condition) ?? type);
        return { type: narrowed, when: conditions.length === 0 ? when : [...when, ...conditions] };
      },
      seenAs: ({ when }) => (when.length === 0 ? 'always' : null),
      keyOf: (name, { type }) => `${type.name}.${name}`,
    };
  }

  selection(sets: readonly SetWithin<Selecting>[]): Points {
    const collected = collectFields(this.#walked.fragments, sets, this.#collecting);
    const fields = Array.from(collected.values(), (nodes) => this.#field(nodes));
    const fixed = fields.reduce((sum: number, field) => sum + (typeof field === 'number' ? field : 0), 0);
    const others = fields.filter((field) => typeof field !== 'number');
    if (others.length === 0) return fixed;
    return (variables, around) => {
      let sum = fixed;
      for (const field of others) sum += field(variables, around);
      return sum;
    };
  }

  /** Everything that is selected under one response name. */
  #field(nodes: readonly FieldWithin<Selecting>[]): Points {
    const [first] = nodes;
    if (first === undefined) return 0;
    const { type } = first.around;
    const name = first.node.name.value;
    const fixed = introspection[name];
    if (fixed !== undefined) return fixed;
    const field = hasFields(type) ? type.getFields()[name] : undefined;
    if (field === undefined) return 1;
    const price = this.#priceOf(type, field);
    const of = getNamedType(field.type);
    const sets = nodes.flatMap(({ node: { selectionSet: set }, around: { when } }) =>
      set ? [{ set, around: { type: of, when } }] : [],
    );
    const selected = isCompositeType(of) && sets.length > 0 ? this.selection(sets) : 0;
    const isAlways = nodes.some(({ around }) => around.when.length === 0);
    const { points, rows, within } = price;
    if (isAlways && typeof points === 'number' && typeof rows === 'number' && !within && typeof selected === 'number')
      return points + rows * selected;
    const args = rawArguments(first.node.arguments);
    return (variables, around) => {
      if (!isAlways && !nodes.some(({ around: { when } }) => when.every((one) => holds(one, variables)))) return 0;
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
    const isMutation = type === this.#walked.schema.getMutationType();
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

// Counted once for each state of a catalogue: most revisions leave it as it is.
const claimsAmong = oncePer(({ list }: Snapshot['propositions']) => list.filter(({ kind }) => kind === 'CLAIM').length);
const countriesAmong = oncePer(({ list }: Snapshot['parties']) => list.filter(({ kind }) => kind === 'COUNTRY').length);

/** How many rows the ledger has in memory, retired ones too. */
export const ledgerSizes = oncePer((snapshot: Snapshot): LedgerSizes => {
  const { parties, issues, propositions, documents, passages, stances, memberships, deeds } = snapshot;
  const claims = claimsAmong(propositions);
  const countries = countriesAmong(parties);
  return {
    countries,
    otherParties: parties.list.length - countries,
    issues: issues.list.length,
    claims,
    rollCalls: propositions.list.length - claims,
    documents: documents.list.length,
    passages: passages.list.length,
    stances: stances.length,
    deeds: deeds.length,
    largestBloc: largestBloc(memberships),
    isBloc: blocsNamed(snapshot),
  };
});

const largestBloc = oncePer((memberships: Snapshot['memberships']) =>
  Math.max(0, ...Array.from(Map.groupBy(memberships, ({ bloc }) => bloc).values(), ({ length }) => length)),
);

/** Texts that were looked up, longer ones aside, which name nothing. */
const [mostTexts, longestName] = [1_000, 200];

/** Whether a text names a party that has members. The key of a country, which is what most texts are, is only looked at. */
const blocsNamed = (snapshot: Snapshot) => {
  const looked = new LRUCache<string, boolean>({ max: mostTexts });
  return (text: string): boolean => {
    const row = snapshot.parties.byKey.get(text);
    if (row !== undefined) return canHaveMembers(row);
    if (text.length > longestName) return false;
    const before = looked.get(text);
    if (before !== undefined) return before;
    const party = meantBy(snapshot, text);
    const isBloc = party !== null && canHaveMembers(party);
    looked.set(text, isBloc);
    return isBloc;
  };
};

/** The party that a text names; null for one that names none or several, which is refused later. */
function meantBy(snapshot: Snapshot, text: string): Party | null {
  try {
    return partyIfAny(snapshot, text);
  } catch (error) {
    if (error instanceof UnknownKeyError) return null;
    throw error;
  }
}
