import { readFile, stat } from 'node:fs/promises';
import { type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser';
import { decodeText } from '#text/decode-text.ts';
import { cleaned } from '../../read/csv-reader.ts';
import type { ProblemList } from '../outcome.ts';

const lineOfObject: unique symbol = Symbol('line');

/** A mapping of a JSON file, which knows its line. */
export interface JsonObject {
  readonly [lineOfObject]: number;
  readonly [field: string]: Json | undefined;
}

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** Larger files are read part by part by those who split them; a text of twice this length is none that JavaScript has. */
const mostBytes = 256 * 1024 * 1024;

/** The line of a mapping, counted from 1. */
export const lineOf = (object: JsonObject): number => object[lineOfObject];

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The mappings in a list; what else is in it is left out. Empty when the value is no list. */
export const objectsIn = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter((item: Json) => isObject(item)) : [];

/** The text in a field, or the number as text: identifiers are either. Null when there is none, or it is blank. */
export function textIn(object: JsonObject | undefined, field: string): string | null {
  const value = object?.[field];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? cleaned(value) : null;
}

/** Reads a JSON file in UTF-8. Undefined when it has problems, which are added with their line and column. */
export async function readJson(path: string, problems: ProblemList): Promise<Json | undefined> {
  const { size } = await stat(path);
  if (size > mostBytes) {
    problems.add({
      at: path,
      found: `a file of ${size} bytes`,
      expected: `at most ${mostBytes}: split it by vote events`,
    });
    return undefined;
  }
  const text = decodeText(await readFile(path));
  if (typeof text !== 'string') {
    problems.add({ at: `${path}:${text.line}:${text.column}`, found: text.found, expected: text.expected });
    return undefined;
  }
  try {
    return parseJson(text, (line, column, found) =>
      problems.add({ at: `${path}:${line}:${column}`, found, expected: 'JSON as RFC 8259 defines it' }),
    );
  } catch (error) {
    if (!(error instanceof RangeError)) throw error; // the parser calls itself for each level
    problems.add({ at: path, found: 'lists or mappings within each other without end', expected: 'Popolo records' });
    return undefined;
  }
}

type Problem = (line: number, column: number, found: string) => void;

/** Parses a JSON text, with the lines of its mappings. Undefined after the first error, which is told. */
export function parseJson(text: string, problem: Problem): Json | undefined {
  const root: Json[] = [];
  const open: (Json[] | Record<string | symbol, unknown>)[] = [root];
  let field: string | null = null;
  let isBroken = false;
  const put = (value: unknown) => {
    const into = open.at(-1);
    if (Array.isArray(into)) into.push(value as Json);
    else if (into !== undefined && field !== null) into[field] = value;
  };
  const close = () => {
    open.pop();
  };
  const begin = (value: Json[] | Record<string | symbol, unknown>) => {
    put(value);
    open.push(value);
  };
  visit(
    text,
    {
      onObjectBegin: (_offset, _length, line) =>
        begin(Object.assign(Object.create(null), { [lineOfObject]: line + 1 })),
      onObjectEnd: close,
      onArrayBegin: () => begin([]),
      onArrayEnd: close,
      onObjectProperty: (name) => {
        field = name;
      },
      onLiteralValue: put,
      onError: (error: ParseErrorCode, _offset, _length, line, column) => {
        if (!isBroken) problem(line + 1, column + 1, `an error in the JSON: ${printParseErrorCode(error)}`);
        isBroken = true;
      },
    },
    { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false },
  );
  return isBroken ? undefined : root[0];
}
