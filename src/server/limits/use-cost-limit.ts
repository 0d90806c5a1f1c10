import { getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { apiError } from '#graphql/api-error.ts';
import type { Context } from '#graphql/context.ts';
import type { ServerContext } from '../server-context.ts';
import { pointsOf } from './operation-costs.ts';

/** Counts the points of every operation into its record, and refuses those that cost too much. */
export const useCostLimit = (maxCost: number): Plugin<ServerContext & Context> => ({
  onExecute({ args: { document, operationName, variableValues, contextValue }, setResultAndStopExecution }) {
    const { record, snapshot } = contextValue;
    const operation = getOperationAST(document, operationName);
    if (!operation) return; // GraphQL itself says so
    const cost = pointsOf(document, operation, variableValues ?? {}, snapshot);
    record.cost = cost;
    if (cost <= maxCost) return;
    const message = `query: found a cost of up to ${cost} points, expected at most ${maxCost}. Shorter pages, fewer parties or fewer fields cost less.`;
    setResultAndStopExecution({
      errors: [apiError('QUERY_TOO_COSTLY', message, { found: cost, allowed: maxCost, http: { status: 400 } })],
    });
  },
});
