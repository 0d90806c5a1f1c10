import {
  type GraphQLInputType,
  getNullableType,
  isInputObjectType,
  isListType,
  isScalarType,
  validateInputValue,
} from 'graphql';
import { apiError } from '#graphql/api-error.ts';
import { enumHint } from '#graphql/execution/hints.ts';
import { closeMatches } from '#ledger/rules/close-matches.ts';
import { addressParameters } from '#stored-queries/address-parameters.ts';
import type { DeclaredVariable } from '#stored-queries/declared-variables.ts';
import { isStyleParameter } from './table-style.ts';

/** The parameter that asks for a certain version of a stored query. */
export const versionParameter = addressParameters.version;

/** Whether a parameter says as of which revision the query is answered; a variable of the same name goes before. */
export const isRevisionParameter = (name: string, declared: readonly DeclaredVariable[]): boolean =>
  name === addressParameters.revision && !declared.some((variable) => variable.name === name);

type Variables = Readonly<Record<string, unknown>>;

/**
 * The variables of a stored query, from the parameters of an address and its defaults. A list is a parameter several times, or once with commas, or JSON;
 * an object is JSON, or a parameter for each field with a dot, which leaves the other fields of the default; a field that only one variable has
 * may be named alone, `asOf` for `scope.asOf`. Throws BAD_INPUT, which names the parameter.
 */
export function readParameters(
  parameters: URLSearchParams,
  declared: readonly DeclaredVariable[],
  defaults: Variables,
) {
  const variables: Record<string, unknown> = structuredClone(defaults);
  const given = new Set<string>();
  const places = new Map<string, string>();
  for (const name of new Set(parameters.keys())) {
    if (name === versionParameter || isStyleParameter(name, declared) || isRevisionParameter(name, declared)) continue;
    const place = placeOf(name, declared);
    const before = places.get(place);
    if (before !== undefined) throw refused(name, parameters.getAll(name), `either ${before} or ${name}, not both`);
    places.set(place, name);
    const [first = '', ...fields] = place.split('.');
    const variable = declared.find((one) => one.name === first);
    if (variable === undefined) throw unknown(name, declared);
    const texts = parameters.getAll(name);
    if (fields.length === 0) {
      if (given.has(first)) throw refused(name, texts, 'either the whole object or its fields, not both');
      variables[first] = readValue(name, texts, variable.type);
    } else {
      if (parameters.has(first)) throw refused(name, texts, `either ${first} as a whole or its fields, not both`);
      variables[first] = withField(variables[first] ?? variable.fallback, name, fields, texts, variable.type);
    }
    given.add(first);
  }
  for (const { name, type, typeText, required } of declared) {
    if (required && !given.has(name))
      throw apiError('BAD_INPUT', `${name}: found nothing, expected ${typeText}.`, bad(name));
    if (given.has(name)) check(name, variables[name], type, typeText);
  }
  return variables;
}

/** The variable and fields that a parameter names, with dots between. */
function placeOf(name: string, declared: readonly DeclaredVariable[]): string {
  const [first = ''] = name.split('.', 1);
  if (declared.some((variable) => variable.name === first)) return name;
  const [owner, ...others] = declared.filter(({ type }) => fieldsOf(type).includes(first));
  return owner === undefined || others.length > 0 ? name : `${owner.name}.${name}`;
}

/** The names of the fields of an input object; none of another type. */
function fieldsOf(written: GraphQLInputType): readonly string[] {
  const type = getNullableType(written);
  return isInputObjectType(type) ? Object.keys(type.getFields()) : [];
}

function readValue(name: string, texts: readonly string[], written: GraphQLInputType): unknown {
  const type = getNullableType(written);
  if (isListType(type)) {
    const [only = ''] = texts;
    if (texts.length === 1 && (only === 'null' || only.trimStart().startsWith('[')))
      return readJson(name, only, 'a list');
    const parts = texts.flatMap((text) => text.split(',').map((part) => part.trim())).filter((part) => part !== '');
    return parts.map((part) => readValue(name, [part], type.ofType));
  }
  const [text = '', ...more] = texts;
  if (more.length > 0) throw refused(name, texts, 'one value');
  if (isInputObjectType(type)) return readJson(name, text, `an object, or its fields as ${name}.FIELD=…`);
  if (!isScalarType(type)) return text;
  if (type.name === 'Int' || type.name === 'Float') {
    const number = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
    if (Number.isFinite(number)) return number;
    throw refused(name, texts, type.name === 'Int' ? 'a whole number' : 'a number');
  }
  if (type.name === 'Boolean') {
    if (text === 'true' || text === 'false') return text === 'true';
    throw refused(name, texts, 'true or false');
  }
  return text;
}

/** The object that a variable is, with one of its fields set. */
function withField(
  value: unknown,
  name: string,
  [field = '', ...inner]: readonly string[],
  texts: readonly string[],
  written: GraphQLInputType,
): unknown {
  const type = getNullableType(written);
  if (!isInputObjectType(type)) throw refused(name, texts, 'a parameter without a dot, because it has no fields');
  const known = type.getFields()[field];
  if (known === undefined)
    throw refused(name, texts, `a field of ${type.name}: ${close(field, Object.keys(type.getFields()))}`);
  const before = typeof value === 'object' && value !== null ? value : {};
  const current = (before as Record<string, unknown>)[field];
  const read =
    inner.length === 0 ? readValue(name, texts, known.type) : withField(current, name, inner, texts, known.type);
  return { ...before, [field]: read };
}

function readJson(name: string, text: string, expected: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refused(name, [text], `${expected} in JSON`);
  }
}

function check(name: string, value: unknown, type: GraphQLInputType, typeText: string): void {
  validateInputValue(value, type, (error, path) => {
    const at = [name, ...path].join('.');
    const there = path.reduce((object, key) => Object(object)[key], value);
    const found = JSON.stringify(there)?.slice(0, 80).toWellFormed();
    throw apiError('BAD_INPUT', `${at}: found ${found}, expected ${typeText}. ${enumHint(error.message)}`, bad(name));
  });
}

const bad = (parameter: string) => ({ parameter: parameter.slice(0, 80).toWellFormed(), http: { status: 400 } });

function refused(name: string, texts: readonly string[], expected: string) {
  const found = texts
    .map((text) => JSON.stringify(text.slice(0, 80).toWellFormed()))
    .slice(0, 3)
    .join(' and ');
  return apiError('BAD_INPUT', `${name.slice(0, 80).toWellFormed()}: found ${found}, expected ${expected}.`, bad(name));
}

function unknown(name: string, declared: readonly DeclaredVariable[]) {
  const names = [...declared.map((variable) => variable.name), ...Object.values(addressParameters)];
  const fields = declared.flatMap(({ type }) => fieldsOf(type));
  const matches = closeNames(name, [...names, ...declared.flatMap(fieldNames), ...fields]);
  const expected = (matches.length > 0 ? matches : names).join(', ');
  const message = `${name.slice(0, 80).toWellFormed()}: found an unknown parameter, expected ${expected}.`;
  return apiError('BAD_INPUT', message, { ...bad(name), closeMatches: matches });
}

/** The parameters that set a field of a variable, such as `scope.issues`. */
function fieldNames({ name, type }: DeclaredVariable): string[] {
  const object = getNullableType(type);
  return isInputObjectType(object) ? Object.keys(object.getFields()).map((field) => `${name}.${field}`) : [];
}

/** Names that somebody may have meant; all of them when none is close. */
function close(name: string, names: readonly string[]): string {
  const matches = closeNames(name, names);
  return (matches.length > 0 ? matches : names).join(', ');
}

const closeNames = (name: string, names: readonly string[]): string[] =>
  closeMatches(
    name.slice(0, 80),
    names.map((key) => ({ key, names: [] })),
  );
