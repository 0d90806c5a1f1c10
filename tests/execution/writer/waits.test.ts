import { getVariableValues, type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { type JsonWriter, jsonWriter } from '#graphql/execution/writer/json-writer.ts';
import { walkDocument } from '#query-document/walk-document.ts';
import { expectSameLater } from './answers.ts';
import { plain, schemaWith } from './row-schema.ts';

const now = '{"data":{"sometimes":"now"}}';

describe('a writer waits', () => {
  test.each([
    ['for a value', '{ waiting }'],
    ['between others', '{ row { key } waiting again: waiting none { key } }'],
    ['for objects, in which it waits again', '{ laterRow { key later { note later { key } } } row { later { key } } }'],
    ['for nothing', '{ laterNone { key } row { key } }'],
    ['for a list', '{ laterList { key later { key } } row { rows { key } } }'],
  ])('%s', (_what, query) => expectSameLater(query));

  test('gives up at a promise from a field that never returned one before; a writer made after that waits', async () => {
    const schema = schemaWith(plain);
    const query = 'query ($wait: Boolean!) { sometimes(wait: $wait) }';
    const document = parse(query);
    const walked = walkDocument(schema, document);
    const operation = document.definitions[0] as OperationDefinitionNode;
    const write = (writer: JsonWriter | null, wait: boolean) =>
      writer?.write(
        null,
        getVariableValues(schema, operation.variableDefinitions ?? [], { wait }).variableValues as never,
      );
    write(jsonWriter(walked, operation), false); // which sees a value
    const writer = jsonWriter(walked, operation);
    expect([write(writer, false), write(writer, true), writer?.hasLearned]).toEqual([now, null, true]);
    expect(await write(jsonWriter(walked, operation), true)).toBe(now.replace('now', 'later'));
  });
});
