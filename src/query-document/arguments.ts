import {
  type ArgumentNode,
  type FieldNode,
  type GraphQLField,
  getArgumentValues,
  Kind,
  type ValueNode,
  type VariableValues,
} from 'graphql';

/** The values of variables, by their names. */
export type Variables = Readonly<Record<string, unknown>>;

/** The arguments of a field, by their names. */
export type Arguments = Readonly<Record<string, unknown>>;

/** Reads a value of a document when the variables are known; it is not checked, so it may be anything. */
export const valueReader = (node: ValueNode): ((variables: Variables) => unknown) => filler(rawValue(node));

/** Reads arguments as the client wrote them, unchecked, when the variables are known; those that are not given are not there. */
export function rawArguments(nodes: readonly ArgumentNode[] = []): (variables: Variables) => Arguments {
  const values: Record<string, unknown> = {};
  for (const { name, value } of nodes) values[name.value] = rawValue(value);
  return filler(values) as (variables: Variables) => Arguments; // filled in, it has the same names
}

/**
 * Reads the arguments of a field as `getArgumentValues` does, with the types and defaults of the schema, and throws what it throws. It is asked once,
 * with marks for variables; where all variables have values, these only have to be put where their marks are.
 */
export function checkedArguments(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): Arguments | ((variables: VariableValues) => Arguments) {
  const names = variablesIn(node.arguments);
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

function rawValue(node: ValueNode): unknown {
  switch (node.kind) {
    case Kind.VARIABLE:
      return new Mark(node.name.value);
    case Kind.LIST:
      return node.values.map(rawValue);
    case Kind.OBJECT: {
      const fields: Record<string, unknown> = {};
      for (const { name, value } of node.fields) fields[name.value] = rawValue(value);
      return fields;
    }
    case Kind.NULL:
      return null;
    case Kind.INT:
    case Kind.FLOAT:
      return Number(node.value);
    default:
      return node.value;
  }
}

/** Makes a value again with the values of variables where their marks are. */
function filler(value: unknown): (variables: Variables) => unknown {
  if (value instanceof Mark) return (variables) => variables[value.variable];
  if (!hasMark(value)) return () => value;
  if (Array.isArray(value)) {
    const items = value.map(filler);
    return (variables) => items.map((fill) => fill(variables));
  }
  const fillers = Object.entries(value).map(([name, inner]) => [name, filler(inner)] as const);
  return (variables) => {
    const filled: Record<string, unknown> = {};
    for (const [name, fill] of fillers) filled[name] = fill(variables);
    return filled;
  };
}

const hasMark = (value: unknown): value is object =>
  value instanceof Mark || (typeof value === 'object' && value !== null && Object.values(value).some(hasMark));

function variablesIn(nodes: readonly ArgumentNode[] = []): string[] {
  const names = new Set<string>();
  for (const { value } of nodes) eachValue(value, (one) => one.kind === Kind.VARIABLE && names.add(one.name.value));
  return [...names];
}

/** Calls `found` for a value and for all values within it, those of objects with the name of their field, each before what is in it. */
export function eachValue(
  value: ValueNode,
  found: (value: ValueNode, field: string | null) => void,
  field: string | null = null,
): void {
  found(value, field);
  if (value.kind === Kind.LIST) for (const item of value.values) eachValue(item, found);
  if (value.kind === Kind.OBJECT)
    for (const { name, value: inner } of value.fields) eachValue(inner, found, name.value);
}
