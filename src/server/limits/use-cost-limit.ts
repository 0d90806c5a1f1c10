import { type DocumentNode, getOperationAST, type OperationDefinitionNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { apiError } from '#graphql/api-error.ts';
import type { Context } from '#graphql/context.ts';
import { compileCost, type QueryCost } from '#graphql/cost/query-cost.ts';
import { schema } from '#graphql/schema.ts';
import { ledgerSizes } from '#ledger/compare/ledger-sizes.ts';
import type { ServerContext } from '../create-yoga.ts';

/** Counts the points of every operation into its record, and refuses those that cost too much. */
export function useCostLimit(maxCost: number): Plugin<ServerContext & Context> {
  const costs = new WeakMap<OperationDefinitionNode, QueryCost>();
  const costOf = (document: DocumentNode, operation: OperationDefinitionNode): QueryCost => {
    const before = costs.get(operation);
    if (before !== undefined) return before;
    const cost = compileCost(schema, document, operation);
    costs.set(operation, cost);
    return cost;
  };
  return {
    onExecute({ args: { document, operationName, variableValues, contextValue }, setResultAndStopExecution }) {
      const { record, snapshot } = contextValue;
      const operation = getOperationAST(document, operationName);
      if (!operation) return; // GraphQL itself says so
      const cost = costOf(document, operation)(variableValues ?? {}, ledgerSizes(snapshot));
      record.cost = cost;
      if (cost <= maxCost) return;
      const message = `query: found a cost of up to ${cost} points, expected at most ${maxCost}. Shorter pages, fewer parties or fewer fields cost less.`;
      setResultAndStopExecution({
        errors: [apiError('QUERY_TOO_COSTLY', message, { found: cost, allowed: maxCost, http: { status: 400 } })],
      });
    },
  };
}
