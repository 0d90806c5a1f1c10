import { type DocumentNode, type GraphQLError, Kind, visit } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { apiError } from '#graphql/api-error.ts';
import { listProblem, textProblem, valueProblem } from './value-problem.ts';

/** Refuses texts that Postgres cannot hold, and texts and lists of senseless length, wherever in a request they stand. */
export function useCleanValues(): Plugin {
  const checked = new WeakMap<DocumentNode, readonly GraphQLError[]>();
  const literalErrors = (document: DocumentNode) => {
    const before = checked.get(document);
    if (before !== undefined) return before;
    const errors = errorsIn(document);
    checked.set(document, errors);
    return errors;
  };
  return {
    onExecute({ args: { document, variableValues }, setResultAndStopExecution }) {
      const errors = literalErrors(document);
      const problem = errors.length > 0 ? null : variableProblem(variableValues ?? {});
      if (errors.length > 0) setResultAndStopExecution({ errors });
      else if (problem !== null) setResultAndStopExecution({ errors: [apiError('BAD_INPUT', problem)] });
    },
  };
}

/** The first thing within the variables that cannot be taken, and where; null when there is nothing. */
export function variableProblem(variables: Readonly<Record<string, unknown>>): string | null {
  for (const name in variables) {
    const found = valueProblem(variables[name]);
    if (found !== null) return `$${name.slice(0, 80).toWellFormed()}${found.place}: ${found.problem}.`;
  }
  return null;
}

function errorsIn(document: DocumentNode): GraphQLError[] {
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
