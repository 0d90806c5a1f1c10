import { type DocumentNode, type GraphQLError, Kind, visit } from 'graphql';
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
  /** Such as `[3].note`; empty for the value itself. */
  readonly place: string;
  readonly problem: string;
}

const here = (problem: string | null): ValueProblem | null => (problem === null ? null : { place: '', problem });

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
      if (inner !== null) return { ...inner, place: `[${index}]${inner.place}` };
    }
    return null;
  }
  for (const name in value) {
    const inner = valueProblem((value as Readonly<Record<string, unknown>>)[name], depth + 1);
    if (inner !== null) return { ...inner, place: `.${name.slice(0, 80).toWellFormed()}${inner.place}` };
  }
  return null;
}

/** The first thing within the variables of a request that cannot be taken, and where; null when there is nothing. */
export function variableProblem(variables: Readonly<Record<string, unknown>>): string | null {
  for (const name in variables) {
    const found = valueProblem(variables[name]);
    if (found !== null) return `$${name.slice(0, 80).toWellFormed()}${found.place}: ${found.problem}.`;
  }
  return null;
}

/** An error for each value in a document that is no text for Postgres, or of senseless length. */
export function literalErrors(document: DocumentNode): readonly GraphQLError[] {
  const errors: GraphQLError[] = [];
  const found = (argument: string, problem: string | null) => {
    if (problem !== null) errors.push(apiError('BAD_INPUT', `${argument}: ${problem}.`));
  };
  let argument = '';
  visit(document, {
    Argument({ name }) {
      argument = name.value;
    },
    VariableDefinition({ variable }) {
      argument = `$${variable.name.value}`;
    },
    [Kind.STRING]({ value }) {
      found(argument, textProblem(value));
    },
    [Kind.LIST]({ values }) {
      found(argument, listProblem(values.length));
    },
  });
  return errors;
}
