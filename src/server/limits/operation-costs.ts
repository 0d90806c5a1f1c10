import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { compileCost, type QueryCost } from '#graphql/cost/query-cost.ts';
import { schema } from '#graphql/schema.ts';
import { ledgerSizes } from '#ledger/compare/ledger-sizes.ts';
import type { Snapshot } from '#ledger/snapshot/snapshot.ts';

const costs = new WeakMap<OperationDefinitionNode, QueryCost>();

function costOf(document: DocumentNode, operation: OperationDefinitionNode): QueryCost {
  const before = costs.get(operation);
  if (before !== undefined) return before;
  const cost = compileCost(schema, document, operation);
  costs.set(operation, cost);
  return cost;
}

/** Points that an operation of a valid document costs at most, with these variables on this ledger. */
export const pointsOf = (
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  snapshot: Snapshot,
): number => costOf(document, operation)(variables, ledgerSizes(snapshot));
