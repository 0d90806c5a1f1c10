import { type GraphQLError, Kind } from 'graphql';
import { eachValue } from '#query-document/arguments.ts';
import type { WalkedDocument } from '#query-document/walk-document.ts';
import { apiError } from '../api-error.ts';

/** The longest text and list, and the deepest nesting, that an argument may have, whatever it is for. */
const longestText = 10_000;
const longestList = 1_000;
const deepest = 20;

/** Why the database cannot store a text; null when it can. */
export function textProblem(text: string): string | null {
  if (text.length > longestText) return `found ${text.length} characters, expected at most ${longestText}`;
  if (text.includes('\0')) return 'found the character NUL (U+0000), expected text without NUL';
  return text.isWellFormed() ? null : 'found a lone surrogate, expected well-formed Unicode';
}

/** What is wrong with the length of a list; null when nothing. */
export const listProblem = (length: number): string | null =>
  length <= longestList ? null : `found ${length} values, expected at most ${longestList}`;

/** What is wrong, and where within the value. */
export interface ValueProblem {
  /** Its path within the value, such as `[3].note`; empty for the value itself. */
  readonly path: string;
  readonly problem: string;
}

const here = (problem: string | null): ValueProblem | null => (problem === null ? null : { path: '', problem });

/** The first thing within a value that cannot be taken; null when there is nothing. */
export function valueProblem(value: unknown, depth = 0): ValueProblem | null {
  if (typeof value === 'string') return here(textProblem(value));
  if (typeof value !== 'object' || value === null) return null;
  if (depth === deepest)
    return here(`found values nested more than ${deepest} levels deep, expected at most ${deepest}`);
  if (Array.isArray(value)) {
    const tooLong = listProblem(value.length);
    if (tooLong !== null) return here(tooLong);
    for (let index = 0; index < value.length; index++) {
      const inner = valueProblem(value[index], depth + 1);
      if (inner !== null) return { ...inner, path: `[${index}]${inner.path}` };
    }
    return null;
  }
  for (const name in value) {
    const inner = valueProblem((value as Readonly<Record<string, unknown>>)[name], depth + 1);
    if (inner !== null) return { ...inner, path: `.${name.slice(0, 80).toWellFormed()}${inner.path}` };
  }
  return null;
}

/** The first thing within the variables of a request that cannot be taken, and where; null when there is nothing. */
export function variableProblem(variables: Readonly<Record<string, unknown>>): string | null {
  for (const name in variables) {
    const found = valueProblem(variables[name]);
    if (found !== null) return `$${name.slice(0, 80).toWellFormed()}${found.path}: ${found.problem}.`;
  }
  return null;
}

/** An error for each value in a document that is no text for Postgres, or of senseless length. */
export function literalErrors({ values }: WalkedDocument): readonly GraphQLError[] {
  const errors: GraphQLError[] = [];
  for (const { name, value } of values) {
    eachValue(value, (one) => {
      const isText = one.kind === Kind.STRING;
      const problem = isText ? textProblem(one.value) : one.kind === Kind.LIST ? listProblem(one.values.length) : null;
      if (problem !== null) errors.push(apiError('BAD_INPUT', `${name}: ${problem}.`));
    });
  }
  return errors;
}
