import { type FieldNode, type GraphQLField, getArgumentValues, type VariableValues, visit } from 'graphql';

type Arguments = Readonly<Record<string, unknown>>;
type Coerced = VariableValues['coerced'];

/**
 * Reads the arguments of a field as `getArgumentValues` does, and throws what it throws. It is asked once, with marks for variables; where all variables
 * have values, these only have to be put in the places of their marks.
 */
export function argumentsReader(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): Arguments | ((variables: VariableValues) => Arguments) {
  const names = variablesIn(node);
  if (names.length === 0) return getArgumentValues(field, node);
  const coerced = Object.fromEntries(names.map((name) => [name, new Mark(name)]));
  const fill = filler(getArgumentValues(field, node, { sources: {}, coerced }));
  return (variables) => {
    for (const name of names) if (variables.coerced[name] == null) return getArgumentValues(field, node, variables);
    return fill(variables.coerced) as Arguments; // what getArgumentValues gave, filled in
  };
}

/** Stands where the value of a variable belongs. */
class Mark {
  readonly variable: string;

  constructor(variable: string) {
    this.variable = variable;
  }
}

/** Makes a value again with the values of variables in the places of their marks. */
function filler(value: unknown): (coerced: Coerced) => unknown {
  if (value instanceof Mark) return (coerced) => coerced[value.variable];
  if (!hasMark(value)) return () => value;
  if (Array.isArray(value)) {
    const items = value.map(filler);
    return (coerced) => items.map((fill) => fill(coerced));
  }
  const fillers = Object.entries(value).map(([name, inner]) => [name, filler(inner)] as const);
  return (coerced) => {
    const filled: Record<string, unknown> = {};
    for (const [name, fill] of fillers) filled[name] = fill(coerced);
    return filled;
  };
}

const hasMark = (value: unknown): value is object =>
  value instanceof Mark || (typeof value === 'object' && value !== null && Object.values(value).some(hasMark));

function variablesIn(node: FieldNode): string[] {
  const names = new Set<string>();
  for (const argument of node.arguments ?? []) {
    visit(argument, {
      Variable({ name }) {
        names.add(name.value);
      },
    });
  }
  return [...names];
}
