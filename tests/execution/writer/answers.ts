import {
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { expect } from 'vitest';
import { jsonWriter } from '#graphql/execution/writer/json-writer.ts';
import { walkDocument } from '#query-document/walk-document.ts';
import { plain, schemaWith } from './row-schema.ts';

/** What the writer writes, and what graphql-js answers; `written` is undefined when there is no writer. */
export function answers(query: string, variables: Record<string, unknown> = {}, schema = schemaWith(plain)) {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const operation = document.definitions[0] as OperationDefinitionNode;
  const values = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  const walked = walkDocument(schema, document);
  const conditions = Object.fromEntries(
    walked.conditionVariables.map((name) => [name, values.variableValues?.coerced[name] === true]),
  );
  const write = () => {
    const writer = jsonWriter(walked, operation, conditions);
    return values.variableValues && writer?.write(null, values.variableValues);
  };
  // The first learns what has to be waited for.
  const written = [write(), write()];
  const asked = () => execute({ schema, document, variableValues: variables }) as ExecutionResult;
  return { written, asked };
}

export function expectSame(query: string, variables?: Record<string, unknown>, schema?: GraphQLSchema) {
  const { written, asked } = answers(query, variables, schema);
  const expected = asked();
  expect(expected.errors).toBeUndefined();
  expect(written).toEqual([JSON.stringify(expected), JSON.stringify(expected)]);
}

export async function expectSameLater(query: string, variables?: Record<string, unknown>, schema?: GraphQLSchema) {
  const { written, asked } = answers(query, variables, schema);
  const expected = await asked();
  expect(expected.errors).toBeUndefined();
  expect(written.every((one) => one instanceof Promise)).toBe(true);
  expect(await Promise.all(written)).toEqual([JSON.stringify(expected), JSON.stringify(expected)]);
}
