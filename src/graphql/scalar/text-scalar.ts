import { Kind, type ValueNode } from 'graphql';
import { apiError } from '../api-error.ts';

/**
 * How a scalar that is written as text reads its input. `parse` gives undefined for what it does not accept; `expected` says what it does. A
 * literal cannot hold a variable, so its reader takes one argument: compiled execution looks at that.
 */
export function textInput<Value>(name: string, expected: string, parse: (text: string) => Value | undefined) {
  const parseValue = (value: unknown): Value => {
    const parsed = typeof value === 'string' ? parse(value) : undefined;
    if (parsed !== undefined) return parsed;
    throw apiError(
      'BAD_INPUT',
      `${name}: found ${JSON.stringify(value)?.slice(0, 80).toWellFormed()}, expected ${expected}.`,
    );
  };
  const parseLiteral = (node: ValueNode): Value => parseValue(node.kind === Kind.STRING ? node.value : undefined);
  return { parseValue, parseLiteral };
}
