import type { GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';
import type { Snapshot } from '../../../src/snapshot/snapshot.ts';
import { argumentsFor, type Weight } from './arguments.ts';
import { graphql } from './graphql-of-the-project.ts';

const { getNamedType, getNullableType, isLeafType, isListType, isObjectType } = graphql;

/** A query that is about one field. */
export interface Question {
  readonly field: string;
  readonly how: string;
  readonly text: string;
}

type Field = GraphQLField<unknown, unknown>;
type Around = (inner: string) => string;

/** How often a field is asked in one query, each time otherwise. */
const times = 5;

/** Queries about every field that can be reached from the top: light and heavy, the number of a list alone and its largest page; heavy ones compare so many parties. */
export function questionsAbout(schema: GraphQLSchema, snapshot: Snapshot, parties: number): Question[] {
  const write = argumentsFor(snapshot, parties);
  const query = schema.getQueryType() as GraphQLObjectType; // every schema of ours has one
  const questions: Question[] = [];
  const visited = new Set([query.name]);
  const waiting: { readonly type: GraphQLObjectType; readonly around: Around }[] = [
    { type: query, around: (inner) => `{ ${inner} }` },
  ];
  // After everything that queries reach, so that all of that is asked by queries.
  const events = eventsOf(schema, write);
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift() ?? events.shift()) {
    const { type, around } = next;
    for (const field of Object.values(type.getFields())) {
      const of = getNamedType(field.type);
      const name = `${type.name}.${field.name}`;
      const add = (how: string, weight: Weight, more: readonly string[], inner: string) => {
        const asked = Array.from(
          { length: times },
          (_, turn) => `a${turn}: ${field.name}${write(field, weight, turn, more)} ${inner}`,
        );
        questions.push({ field: name, how, text: around(asked.join(' ')) });
      };
      if (isConnection(of)) {
        for (const weight of ['light', 'heavy'] as const) {
          add(`${weight}, first: 0`, weight, ['first: 0'], '{ totalCount }');
          add(`${weight}, first: 250`, weight, ['first: 250'], `{ nodes { __typename } }`);
        }
      } else if (isLeafType(of)) add('', 'heavy', [], '');
      else for (const weight of ['light', 'heavy'] as const) add(weight, weight, [], '{ __typename }');
      if (!isObjectType(of) || visited.has(of.name)) continue;
      visited.add(of.name);
      waiting.push({
        type: of,
        around: (inner) => around(`${field.name}${pathArguments(write, field, of)} { ${inner} }`),
      });
    }
  }
  return questions;
}

/** The types of events: each is asked by a subscription to it, which is executed as for one event. */
function eventsOf(schema: GraphQLSchema, write: ReturnType<typeof argumentsFor>) {
  return Object.values(schema.getSubscriptionType()?.getFields() ?? {}).map((field) => ({
    type: getNamedType(field.type) as GraphQLObjectType, // of ours they are
    around: (inner: string) => `subscription { ${field.name}${write(field, 'heavy', 0)} { ${inner} } }`,
  }));
}

const isConnection = (type: { readonly name: string }) => type.name.endsWith('Connection');

/** On the way to a field, all parties are compared and a page of a list has 20 rows. */
const pathArguments = (write: ReturnType<typeof argumentsFor>, field: Field, of: { readonly name: string }) => {
  const isCompared = field.args.some(({ name }) => name === 'scope') && !isListType(getNullableType(field.type));
  return write(field, isCompared ? 'heavy' : 'light', 0, isConnection(of) ? ['first: 20'] : []);
};
