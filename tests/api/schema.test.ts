import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { getIntrospectionQuery } from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { useServer } from './running-server.ts';

const server = useServer(useDatabase('migrated'));

interface Described {
  readonly name: string;
  readonly description?: string | null;
}
interface Type extends Described {
  readonly fields?: readonly (Described & { readonly args: readonly Described[] })[] | null;
  readonly inputFields?: readonly Described[] | null;
  readonly enumValues?: readonly Described[] | null;
}

let types: readonly Type[];
beforeAll(async () => {
  const { __schema } = await server.dataOf<{ __schema: { types: Type[] } }>(getIntrospectionQuery());
  types = __schema.types.filter(({ name }) => !name.startsWith('__'));
});

/** Everything that a client developer can name, with its place. */
const named = (): [string, Described][] =>
  types.flatMap((type) => [
    [type.name, type] as [string, Described],
    ...[...(type.fields ?? []), ...(type.inputFields ?? []), ...(type.enumValues ?? [])].map(
      (part): [string, Described] => [`${type.name}.${part.name}`, part],
    ),
    ...(type.fields ?? []).flatMap((field) =>
      field.args.map((argument): [string, Described] => [`${type.name}.${field.name}(${argument.name})`, argument]),
    ),
  ]);

test('every type, field, argument, enum value and input field says what it is', () => {
  expect(named().length).toBeGreaterThan(300);
  expect(named().flatMap(([place, { description }]) => (description?.trim() ? [] : [place]))).toEqual([]);
});

test('a description says more than the name', () => {
  const short = named().filter(([, { description }]) => (description?.trim().length ?? 0) <= 14);
  expect(short.map(([path, { description }]) => `${path}: ${description}`)).toEqual([]);
});

test('a description is a sentence', () => {
  const unfinished = named().filter(([, { description }]) => !/[.!?…]$/.test(description?.trim() ?? ''));
  const ofOurs = unfinished.filter(([place]) => !['Boolean', 'Float', 'ID', 'Int', 'String'].includes(place));
  expect(ofOurs.map(([place, { description }]) => `${place}: ${description}`)).toEqual([]);
});

test('schema.graphql is what the code says', () => {
  const script = fileURLToPath(new URL('../../scripts/print-schema.ts', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
});

test('names follow one style', () => {
  const wrong = types.flatMap(({ name, fields, inputFields, enumValues }) => [
    ...(/^[A-Z][A-Za-z]*$/.test(name) ? [] : [name]),
    ...[...(fields ?? []), ...(inputFields ?? [])].filter((field) => !/^[a-z][A-Za-z0-9]*$/.test(field.name)),
    ...(enumValues ?? []).filter((value) => !/^[A-Z][A-Z0-9_]*$/.test(value.name)),
  ]);
  expect(wrong).toEqual([]);
});
