import { type ExecutionResult, execute as executeByGraphql, type GraphQLError, getVariableValues } from 'graphql';
import { readingAt } from '#postgres/accountable-pool.ts';
import { apiError } from '../api-error.ts';
import type { Context } from '../context.ts';
import type { LiveEvent } from '../live/following.ts';
import { schema } from '../schema.ts';
import { type Operation, variableProblem } from './documents.ts';
import { withEnumHint } from './hints.ts';

/** An operation with the values of its variables, as they were sent. */
export interface Question {
  readonly operation: Operation;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Of a subscription: the event that is to be told. */
  readonly event?: LiveEvent | undefined;
}

/** The JSON of an answer without errors, or what graphql-js answers. */
export type Answer = string | ExecutionResult;

/**
 * Executes a question that was admitted: by a writer when the operation is one that comes again and again, else by graphql-js. Both answer alike, to
 * the order of the keys; where something fails graphql-js says what. docs/decisions/execution.md says why there are two.
 */
export const execute = (question: Question, context: Context, hideSuggestions = false): Answer | Promise<Answer> =>
  readingAt(context, () => executeThere(question, context, hideSuggestions));

function executeThere(question: Question, context: Context, hideSuggestions: boolean): Answer | Promise<Answer> {
  const { operation, variables, event } = question;
  const byGraphql = () => {
    const answer = executeByGraphql({
      schema,
      document: operation.document,
      operationName: operation.node.name?.value,
      rootValue: event,
      contextValue: context,
      variableValues: variables,
      hideSuggestions,
    });
    // What is wrong with variables is told at once.
    return hideSuggestions || answer instanceof Promise ? answer : withHints(answer);
  };
  if (!operation.isQuery) return byGraphql();
  const { variableValues } = getVariableValues(schema, operation.node.variableDefinitions ?? [], variables);
  if (variableValues === undefined) return byGraphql(); // which says what is wrong with them
  const written = operation.writers.write(context, variableValues);
  if (typeof written === 'string') return written;
  return written === null ? byGraphql() : written.then((text) => text ?? byGraphql());
}

const withHints = (answer: ExecutionResult): ExecutionResult =>
  answer.errors === undefined ? answer : { ...answer, errors: answer.errors.map(withEnumHint) };

/** The JSON of a response that needs no waiting; null when `execute` has to be used. */
export function executeAtOnce({ operation, variables }: Question, context: Context): string | null {
  if (!operation.isQuery) return null;
  const { variableValues } = getVariableValues(schema, operation.node.variableDefinitions ?? [], variables);
  return variableValues === undefined ? null : operation.writers.writeAtOnce(context, variableValues);
}

/** The JSON of an answer. */
export const answerJson = (answer: Answer): string => (typeof answer === 'string' ? answer : JSON.stringify(answer));

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
