import {
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parseValue,
  print,
  type ValueNode,
  type VariableDefinitionNode,
  visit,
} from 'graphql';
import { operationOf, type Selected } from './selection.ts';
import type { TableForm } from './table-form.ts';

/** A field of a query that finds one record by its key, and is null when there is none. */
export interface KeyLookup {
  /** Its name in the answer. */
  readonly name: string;
  /** A document that names the same key where one that is unknown is refused, with close matches. */
  readonly text: string;
  /** The variables of that document. */
  readonly variables: readonly string[];
}

/** How a filter of stances, which refuses unknown keys, names the key of a record. */
const filters: Readonly<Record<string, (key: ValueNode) => ValueNode>> = {
  party: (key) => filterBy('parties', { kind: Kind.LIST, values: [key] }),
  issue: (key) => filterBy('issues', { kind: Kind.LIST, values: [key] }),
  proposition: (key) => filterBy('propositions', { kind: Kind.LIST, values: [key] }),
  document: (key) => filterBy('document', key),
};

const named = (value: string) => ({ kind: Kind.NAME, value }) as const;

const filterBy = (name: string, value: ValueNode): ValueNode => ({
  kind: Kind.OBJECT,
  fields: [{ kind: Kind.OBJECT_FIELD, name: named(name), value }],
});

/** The fields of a query that its table comes from and that find a record by its key. */
export function keyLookups(
  document: DocumentNode,
  selection: ReadonlyMap<string, Selected>,
  { used }: TableForm,
): KeyLookup[] {
  const { variableDefinitions = [] } = operationOf(document);
  return [...selection.values()].flatMap((selected) => {
    const [node] = selected.nodes;
    const lookup = node && used.has(selected) ? lookupOf(node, variableDefinitions) : null;
    return lookup === null ? [] : [{ ...lookup, name: selected.name }];
  });
}

function lookupOf(node: FieldNode, declared: readonly VariableDefinitionNode[]): Omit<KeyLookup, 'name'> | null {
  const argument = (name: string) => node.arguments?.find((one) => one.name.value === name)?.value;
  const key = argument('key');
  const filter = key && filters[node.name.value]?.(key);
  if (!filter) return null;
  const stances: FieldNode = {
    kind: Kind.FIELD,
    name: named('stances'),
    arguments: Object.entries({ filter, asKnownAt: argument('asKnownAt') ?? parseValue('null') }).map(
      ([name, value]) => ({ kind: Kind.ARGUMENT, name: named(name), value }),
    ),
    selectionSet: { kind: Kind.SELECTION_SET, selections: [{ kind: Kind.FIELD, name: named('totalCount') }] },
  };
  const uses = new Set<string>();
  visit(stances, { Variable: ({ name }) => void uses.add(name.value) });
  const operation: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation: OperationTypeNode.QUERY,
    variableDefinitions: declared.filter(({ variable }) => uses.has(variable.name.value)),
    selectionSet: { kind: Kind.SELECTION_SET, selections: [stances] },
  };
  return { text: print(operation), variables: [...uses] };
}
