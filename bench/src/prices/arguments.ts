import type { GraphQLArgument, GraphQLField } from 'graphql';
import { keyOfStance } from '../../../src/comparison/stance-of-key.ts';
import { encodeId } from '../../../src/graphql/node/global-id.ts';
import type { Snapshot } from '../../../src/snapshot/snapshot.ts';
import { graphql } from './graphql-of-the-project.ts';

const { getNamedType, isEnumType, isRequiredArgument } = graphql;

/** How a field is asked: with what it requires, or with what makes it as dear as it can be. */
export type Weight = 'light' | 'heavy';

type Field = GraphQLField<unknown, unknown>;

/** Makes the arguments of fields; `turn` lets no two be the same, so that nothing is remembered from one to the next. Heavy ones compare so many `parties`. */
export function argumentsFor(snapshot: Snapshot, parties: number) {
  const countries = snapshot.parties.list.filter(({ kind }) => kind === 'COUNTRY').map(({ key }) => key);
  const blocs = snapshot.parties.list.filter(({ kind }) => kind === 'BLOC').map(({ key }) => key);
  const first = (rows: readonly { readonly key: string }[]) => JSON.stringify(rows.at(-1)?.key ?? '');
  const keys: Readonly<Record<string, string>> = {
    party: JSON.stringify(countries[0]),
    issue: first(snapshot.issues.list),
    proposition: first(snapshot.propositions.list),
    document: first(snapshot.documents.list),
    stance: JSON.stringify(keyOfStance(snapshot, snapshot.stances.length - 1)),
  };
  const ids = Array.from(snapshot.stances.id.subarray(0, 250), (id) => JSON.stringify(encodeId('Stance', String(id))));
  const words = snapshot.documents.list
    .concat(snapshot.propositions.list as never)
    .map((row) => ('title' in row ? row.title : (row as { readonly text: string }).text));

  const longText = (turn: number) =>
    JSON.stringify(
      (words[(turn * 97) % words.length] ?? 'united nations').slice(0, 120).replace(/[^\p{L}\p{N} ]/gu, ' '),
    );
  const day = (turn: number) => `"${2019 - (turn % 50)}-0${1 + (turn % 9)}-15"`;
  const named: Readonly<Record<string, (field: Field, weight: Weight, turn: number) => string | null>> = {
    key: ({ name }) => keys[name] ?? null,
    id: () => ids[0] ?? null,
    ids: () => `[${ids.join(', ')}]`,
    number: () => String(snapshot.revision),
    name: () => '"voting-record"',
    // Blocs first: what their members hold has to be read as well.
    parties: (_field, weight) =>
      JSON.stringify(weight === 'heavy' ? [...blocs, ...countries].slice(0, parties) : countries.slice(0, 2)),
    left: () => JSON.stringify(countries.slice(0, 2)),
    // Ideal points are of a session: all roll calls are refused.
    scope: ({ name }, weight, turn) =>
      weight === 'light'
        ? `{ asOf: ${day(turn)} }`
        : name === 'idealPoints'
          ? `{ rollCalls: { sessions: [${30 + turn}] } }`
          : `{ kinds: [CLAIM, ROLL_CALL], asOf: ${day(turn)} }`,
    from: ({ name }, _weight, turn) => (name.endsWith('Series') ? null : `{ date: ${day(turn)} }`),
    by: ({ name }, weight) => (name === 'agreementChanged' ? '0' : weight === 'heavy' ? 'SESSION' : 'YEAR'),
    to: (_field, _weight, turn) => `{ date: ${day(turn + 7)} }`,
    search: (_field, weight, turn) => (weight === 'heavy' ? longText(turn) : null),
    text: (_field, weight, turn) => (weight === 'heavy' ? longText(turn) : '"china"'),
    asOf: (_field, weight, turn) => (weight === 'heavy' ? day(turn) : null),
    asKnownAt: (_field, weight) => (weight === 'heavy' ? String(Math.max(0, snapshot.revision - 1)) : null),
    inForce: (_field, weight) => (weight === 'heavy' ? 'false' : null),
    ever: (_field, weight) => (weight === 'heavy' ? 'true' : null),
  };

  const written = (field: Field, argument: GraphQLArgument, weight: Weight, turn: number): string[] => {
    const value = named[argument.name]?.(field, weight, turn) ?? null;
    if (value !== null) return [`${argument.name}: ${value}`];
    const type = getNamedType(argument.type);
    if (argument.name === 'orderBy' && weight === 'heavy' && isEnumType(type))
      return [`orderBy: ${type.getValues()[turn % type.getValues().length]?.name}`];
    if (isRequiredArgument(argument)) throw new Error(`${field.name}(${argument.name}): found no value for it.`);
    return [];
  };

  /** The arguments of a field in brackets; `more` are added. */
  return (field: Field, weight: Weight, turn: number, more: readonly string[] = []): string => {
    const all = [...field.args.flatMap((argument) => written(field, argument, weight, turn)), ...more];
    return all.length === 0 ? '' : `(${all.join(', ')})`;
  };
}
