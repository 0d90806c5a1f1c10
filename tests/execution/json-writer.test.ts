import fc from 'fast-check';
import {
  buildSchema,
  type ExecutionResult,
  execute,
  GraphQLEnumType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { conditionVariables } from '#graphql/execution/writer/conditions.ts';
import { type JsonWriter, jsonWriter } from '#graphql/execution/writer/json-writer.ts';

interface Resolvers {
  readonly [type: string]: Readonly<Record<string, (...args: never[]) => unknown>>;
}

function fieldOf(schema: GraphQLSchema, type: string, name: string) {
  const field = (schema.getType(type) as GraphQLObjectType).getFields()[name];
  if (field === undefined) throw new Error(`there is no ${type}.${name}`);
  return field;
}

function schemaOf(types: string, resolvers: Resolvers): GraphQLSchema {
  const schema = buildSchema(types);
  for (const [type, fields] of Object.entries(resolvers)) {
    // graphql-js hands over what they take
    for (const [name, resolve] of Object.entries(fields)) fieldOf(schema, type, name).resolve = resolve as never;
  }
  return schema;
}

interface Row {
  readonly key: string | null;
  readonly note?: string | null;
  readonly count?: number;
  readonly share?: number;
  readonly open?: boolean;
  readonly day?: unknown;
  readonly rows?: readonly (Row | null)[] | null;
  readonly grid?: readonly (readonly number[])[];
}

const types = `
  scalar Day
  enum Mood { GOOD BAD }
  input Filter { keys: [String!], first: Int = 2, deep: Filter, mood: Mood }
  interface Named { key: String! }
  type Row implements Named {
    key: String!, id: ID, note: String, literal0: String, count: Int, share: Float, open: Boolean, day: Day, mood: Mood
    rows: [Row], grid: [[Int!]!], self: Row!, later: Row, given(filter: Filter, text: String! = "usual", list: [String], n: Int): String!
  }
  type Query {
    row: Row!, none: Row, named: Named, failing: String, waiting: String, sometimes(wait: Boolean!): String
    laterRow: Row, laterNone: Row, laterList: [Row!]!, lateNothing: Row!, wrong: Int, late: String, lateRows: [Row!], lateGrid: [[Int]], days: [Day!], text(value: String!): String!
  }`;

function schemaWith(row: Row) {
  const schema = schemaOf(types, {
    Query: {
      row: () => row,
      none: () => null,
      named: () => row,
      failing: () => {
        throw new Error('no');
      },
      waiting: async () => 'later',
      sometimes: (_: unknown, { wait }: { wait: boolean }) => (wait ? Promise.resolve('later') : 'now'),
      laterRow: async () => row,
      laterNone: async () => null,
      laterList: () => Promise.resolve([row, row]),
      lateNothing: async () => null,
      wrong: () => 'seven',
      late: () => Promise.reject(new Error('late')),
      lateRows: () => [plain, Promise.reject(new Error('late')), Promise.reject(new Error('later'))],
      lateGrid: () => [[Promise.reject(new Error('late'))], [Promise.reject(new Error('later'))]],
      days: () => [1, null],
      text: (_: unknown, { value }: { value: string }) => value,
    },
    Row: {
      self: (self: Row) => self,
      later: (self: Row) => Promise.resolve(self),
      given: (_: Row, args: object) => JSON.stringify(sorted(args)),
      mood: () => 7,
    },
  });
  const mood = new GraphQLEnumType({ name: 'Mood', values: { GOOD: { value: 7 }, BAD: { value: 'bad' } } });
  fieldOf(schema, 'Row', 'mood').type = mood;
  return schema;
}

/** With properties in the order of their names, which is nobody's concern. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, sorted((value as Readonly<Record<string, unknown>>)[name])]));
}

const plain: Row = { key: 'a', rows: [] };

/** What the writer writes, and what graphql-js answers; `written` is undefined when there is no writer. */
function answers(query: string, variables: Record<string, unknown> = {}, schema = schemaWith(plain)) {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const operation = document.definitions[0] as OperationDefinitionNode;
  const values = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  const conditions = new Map(
    conditionVariables(document).map((name) => [name, values.variableValues?.coerced[name] === true]),
  );
  const write = () => {
    const writer = jsonWriter(schema, document, operation, conditions);
    return values.variableValues && writer?.write(null, values.variableValues);
  };
  // The first learns what has to be waited for.
  const written = [write(), write()];
  const asked = () => execute({ schema, document, variableValues: variables }) as ExecutionResult;
  return { written, asked };
}

function expectSame(query: string, variables?: Record<string, unknown>, schema?: GraphQLSchema) {
  const { written, asked } = answers(query, variables, schema);
  const expected = asked();
  expect(expected.errors).toBeUndefined();
  expect(written).toEqual([JSON.stringify(expected), JSON.stringify(expected)]);
}

async function expectSameLater(query: string, variables?: Record<string, unknown>, schema?: GraphQLSchema) {
  const { written, asked } = answers(query, variables, schema);
  const expected = await asked();
  expect(expected.errors).toBeUndefined();
  expect(written.every((one) => one instanceof Promise)).toBe(true);
  expect(await Promise.all(written)).toEqual([JSON.stringify(expected), JSON.stringify(expected)]);
}

describe('a writer writes what graphql-js answers', () => {
  test.each([
    ['a field', '{ row { key } }'],
    ['null', '{ none { key } row { note } }'],
    ['an empty list', '{ row { rows { key } } }'],
    ['other names', '{ a: row { b: key } c: row { key } }'],
    ['the same name twice', '{ row { key } row { note self { key } self { note } } }'],
    [
      'fragments',
      '{ ...A row { ... on Row { note } ... on Named { key } ... { open } } } fragment A on Query { row { count } }',
    ],
    ['the names of types', '{ __typename row { __typename key } }'],
    ['an enum of other values', '{ row { mood } }'],
    [
      'arguments of the document',
      '{ row { given(filter: { keys: ["x"], mood: GOOD, deep: { first: 3 } }, list: "one") } }',
    ],
    ['no arguments', '{ row { given } }'],
    [
      'names that mean something elsewhere',
      '{ __proto__: row { constructor: key __proto__: key k0: key literal0 toString: literal0 } }',
    ],
  ])('%s', (_what, query) => expectSame(query));

  const asking = `query ($keys: [String!], $text: String! = "mine", $n: Int, $item: String, $deep: Filter) {
    row { given(filter: { keys: $keys, deep: { deep: $deep } }, text: $text, list: ["a", $item], n: $n) }
  }`;
  test.each([
    ['all', { keys: ['x', 'y'], text: 't', n: 1, item: 'i', deep: { mood: 'BAD' } }],
    ['none', {}],
    ['null', { keys: null, n: null, item: null, deep: null }],
    ['one value for a list', { keys: 'x' }],
  ])('arguments from variables: %s', (_what, variables) => expectSame(asking, variables));

  test('lists in lists, with nothing in them, of objects and of nothing', () => {
    const rows = [{ key: 'b', grid: [[], [1], [2, 3]] }, null, { key: 'c', grid: [] }, { key: 'd', rows: [plain] }];
    const query = '{ row { rows { key grid rows { key rows { key } } } grid key } }';
    expectSame(query, {}, schemaWith({ key: 'a', grid: [[4]], rows }));
    expectSame('{ row { rows { __typename } key } }', {}, schemaWith({ key: 'a', rows }));
  });

  test.each([0, -0, 1, -2_147_483_648])('the whole number %d', (count) =>
    expectSame('{ row { count } }', {}, schemaWith({ key: 'a', count })),
  );
  test.each([-0, 0.1, 1e21, 5e-324, -1.5])('the number %d', (share) =>
    expectSame('{ row { share } }', {}, schemaWith({ key: 'a', share })),
  );
  test.each([[true], [false], [null]])('%s', (open) =>
    expectSame('{ row { open } }', {}, schemaWith({ key: 'a', open: open as boolean })),
  );
  test.each([['text "in" quotes'], [{ a: [1, null] }], [7], [null]])('a scalar of our own: %j', (day) =>
    expectSame('{ row { day } }', {}, schemaWith({ key: 'a', day })),
  );

  test('any text', () => {
    const query = 'query ($value: String!) { text(value: $value) }';
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 90 }),
      fc.string({ unit: fc.constantFrom('a', '"', '\\', '\n', '\u2028', '\ud800', '\udc00', '😀', '\u007f') }),
    );
    fc.assert(fc.property(texts, (value) => expectSame(query, { value })));
  });
});

describe('a writer gives up', () => {
  test.each([
    ['an error', '{ row { key } failing }', plain],
    ['nothing where something must be', '{ row { key } }', { key: null }],
    ['nothing in a list of what must be', '{ row { grid } }', { key: 'a', grid: [[null as never]] }],
    ['a value of another type', '{ wrong }', plain],
    ['an error for a value', '{ row { rows { key } } }', { key: 'a', rows: [new Error('no') as never] }],
    ['no list where one must be', '{ row { rows { key } } }', { key: 'a', rows: 'abc' as never }],
    ['a number that JSON has not', '{ row { share } }', { key: 'a', share: Number.NaN }],
    ['nothing for a scalar of our own', '{ days }', plain],
    ['an error for a scalar of our own', '{ row { day } }', { key: 'a', day: new Error('no') }],
    ['a number that is too large', '{ row { count } }', { key: 'a', count: 2 ** 31 }],
  ])('at %s', (_what, query, row: Row) => {
    const { written, asked } = answers(query, {}, schemaWith(row));
    expect(asked().errors).toHaveLength(1);
    expect(written).toEqual([null, null]);
  });

  test.each([
    ['that fails', '{ row { key } late }'],
    ['of nothing where something must be', '{ lateNothing { key } }'],
  ])('at a promise %s', async (_what, query) => {
    const { written, asked } = answers(query);
    expect((await asked()).errors).toHaveLength(1);
    expect(await Promise.all(written)).toEqual([null, null]);
  });

  test('at a promise from a field that never returned one before; a writer made after that waits', async () => {
    const schema = schemaWith(plain);
    const query = 'query ($wait: Boolean!) { sometimes(wait: $wait) }';
    const document = parse(query);
    const operation = document.definitions[0] as OperationDefinitionNode;
    const write = (writer: JsonWriter | null, wait: boolean) =>
      writer?.write(
        null,
        getVariableValues(schema, operation.variableDefinitions ?? [], { wait }).variableValues as never,
      );
    write(jsonWriter(schema, document, operation), false); // which sees a value
    const writer = jsonWriter(schema, document, operation);
    expect([write(writer, false), write(writer, true), writer?.hasLearned]).toEqual([now, null, true]);
    expect(await write(jsonWriter(schema, document, operation), true)).toBe(now.replace('now', 'later'));
  });

  // What nobody waits for must not end the process; Vitest fails when it would.
  test.each(['{ late row { key } failing }', '{ lateRows { key } }', '{ lateGrid }'])(
    'at promises that fail: %s',
    async (query) => {
      expect(await Promise.all(answers(query).written)).toEqual([null, null]);
      await new Promise((resolve) => setImmediate(resolve));
    },
  );
});

const now = '{"data":{"sometimes":"now"}}';

describe('a writer waits', () => {
  test.each([
    ['for a value', '{ waiting }'],
    ['between others', '{ row { key } waiting again: waiting none { key } }'],
    ['for objects, in which it waits again', '{ laterRow { key later { note later { key } } } row { later { key } } }'],
    ['for nothing', '{ laterNone { key } row { key } }'],
    ['for a list', '{ laterList { key later { key } } row { rows { key } } }'],
  ])('%s', (_what, query) => expectSameLater(query));
});

describe('a writer leaves out what is not asked for', () => {
  const conditions = fc.array(
    fc.record({
      at: fc.nat({ max: 9 }),
      directive: fc.constantFrom('@skip', '@include'),
      by: fc.constantFrom('$a', '$b', 'true', 'false'),
    }),
    { maxLength: 6 },
  );
  test('wherever conditions stand', () => {
    const property = fc.property(conditions, fc.boolean(), fc.boolean(), (stand, a, b) => {
      const at = (place: number) => {
        const one = stand.find((condition) => condition.at === place);
        return one === undefined ? '' : ` ${one.directive}(if: ${one.by})`;
      };
      const query = `query ($a: Boolean!, $b: Boolean!) {
        row${at(0)} { key${at(1)} ...F${at(2)} ...F${at(3)} ... on Row${at(4)} { count note } note${at(5)} ...G${at(6)} }
        row { self${at(7)} { key } __typename } u: __typename @skip(if: $a) @include(if: $b)
      }
      fragment F on Row { count${at(8)} self { note ...G } }
      fragment G on Row { open${at(9)} id @include(if: $b) key }`;
      expectSame(query, { a, b });
    });
    fc.assert(property, { numRuns: 500 });
  });
});

test.each([
  ['an interface', '{ named { key } }', {}],
  ['introspection', '{ __type(name: "Row") { name } }', {}],
])('there is no writer for %s', (_what, query, variables) => {
  expect(answers(query, variables).written).toEqual([undefined, undefined]);
});
