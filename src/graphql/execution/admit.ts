import type { GraphQLError } from 'graphql';
import { apiError } from '../api-error.ts';
import type { Context } from '../context.ts';
import type { Question } from './execute.ts';
import { variableProblem } from './value-problem.ts';

/** What a request is checked against before execution. */
export interface Admission {
  readonly maxCost: number;
  /** Charges points to the client; returns the error when there are not enough. Also called, with `false`, for a query that costs too much. */
  charge(points: number, isAffordable: boolean): GraphQLError | null | Promise<GraphQLError | null>;
}

/**
 * Decides whether a question is executed: it must not cost too much, its points must be there, and its values such that Postgres can hold them. Null
 * when it is; else the errors that are its answer.
 */
export async function admit(
  { operation, variables }: Question,
  { snapshot, pageSizes }: Pick<Context, 'snapshot' | 'pageSizes'>,
  { maxCost, charge }: Admission,
): Promise<readonly GraphQLError[] | null> {
  const points = operation.points(variables, snapshot, pageSizes);
  const refused = await charge(points, points <= maxCost);
  if (points > maxCost) return [tooCostly(points, maxCost)];
  if (refused !== null) return [refused];
  if (operation.literalErrors.length > 0) return operation.literalErrors;
  const problem = variableProblem(variables);
  return problem === null ? null : [apiError('BAD_INPUT', problem)];
}

/** That a query costs more points than any may. */
function tooCostly(found: number, allowed: number): GraphQLError {
  const message = `query: found a cost of up to ${found} points, expected at most ${allowed}. Request shorter pages, fewer parties or fewer fields.`;
  return apiError('QUERY_TOO_COSTLY', message, { found, allowed, http: { status: 400 } });
}
