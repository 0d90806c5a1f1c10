import { type DocumentNode, type GraphQLError, Kind, visit } from 'graphql';
import { apiError } from '../api-error.ts';
import { listProblem, textProblem } from './value-problem.ts';

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
