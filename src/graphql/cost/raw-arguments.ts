import { type ArgumentNode, Kind, type ValueNode } from 'graphql';
import type { RawArguments } from './field-cost.ts';

export type Variables = Readonly<Record<string, unknown>>;

const isConstant = (node: ValueNode): boolean => {
  if (node.kind === Kind.LIST) return node.values.every(isConstant);
  if (node.kind === Kind.OBJECT) return node.fields.every(({ value }) => isConstant(value));
  return node.kind !== Kind.VARIABLE;
};

/** Reads a value of a document when the variables are known. */
function reader(node: ValueNode): (variables: Variables) => unknown {
  const read = readerOf(node);
  if (!isConstant(node)) return read;
  const value = read({});
  return () => value;
}

function readerOf(node: ValueNode): (variables: Variables) => unknown {
  switch (node.kind) {
    case Kind.VARIABLE:
      return (variables) => variables[node.name.value];
    case Kind.LIST: {
      const items = node.values.map(reader);
      return (variables) => items.map((item) => item(variables));
    }
    case Kind.OBJECT: {
      const fields = node.fields.map(({ name, value }) => [name.value, reader(value)] as const);
      return (variables) => valuesOf(fields, variables);
    }
    case Kind.NULL:
      return () => null;
    case Kind.INT:
    case Kind.FLOAT:
      return () => Number(node.value);
    default:
      return () => node.value;
  }
}

/** Reads the arguments of a field when the variables are known; those that are not given are not there. */
export function argumentsReader(nodes: readonly ArgumentNode[] | undefined): (variables: Variables) => RawArguments {
  const readers = nodes?.map(({ name, value }) => [name.value, reader(value)] as const) ?? [];
  if (nodes?.every(({ value }) => isConstant(value)) ?? true) {
    const values = valuesOf(readers, {});
    return () => values;
  }
  return (variables) => valuesOf(readers, variables);
}

function valuesOf(readers: readonly (readonly [string, (variables: Variables) => unknown])[], variables: Variables) {
  const values: Record<string, unknown> = {};
  for (const [name, read] of readers) values[name] = read(variables);
  return values;
}

/** How many items a list argument has: one that is not a list counts as one, `otherwise` when there is none. */
export const countOf = (value: unknown, otherwise: number): number =>
  Array.isArray(value) ? value.length : value == null ? otherwise : 1;

/** A property of an input object; undefined when there is no object. */
export const within = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
