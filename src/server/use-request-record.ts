import { type GraphQLError, getOperationAST, type OperationDefinitionNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { ServerContext } from './server-context.ts';

const longestName = 80;

/** The name of an operation as records have it; null when it has none. */
export const nameOf = (operation: OperationDefinitionNode | null | undefined): string | null =>
  operation?.name?.value.slice(0, longestName) ?? null;

/** Writes into the record of a request which operation was asked for, and the codes of the errors in its answer. */
export const useRequestRecord = (): Plugin<ServerContext, ServerContext> => ({
  onExecute({ args: { document, operationName, contextValue } }) {
    contextValue.record.operation = nameOf(getOperationAST(document, operationName));
  },
  onExecutionResult({ result, context: { record } }) {
    if (result === undefined || !('errors' in result) || result.errors === undefined) return;
    record.errorCodes = (result.errors as readonly GraphQLError[]).map(({ extensions }) => String(extensions.code));
  },
});
