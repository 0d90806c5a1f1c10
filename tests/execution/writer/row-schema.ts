import { buildSchema, GraphQLEnumType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';

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

/** What the resolvers are asked about. */
export interface Row {
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

/** A schema with a field of every kind, whose query answers with a row. */
export function schemaWith(row: Row) {
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

export const plain: Row = { key: 'a', rows: [] };
