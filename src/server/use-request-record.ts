import { type GraphQLError, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { ServerContext } from './create-yoga.ts';

const longestName = 80;

/** Writes into the record of a request which operation was asked for, and the codes of the errors in its answer. */
export const useRequestRecord = (): Plugin<ServerContext, ServerContext> => ({
  onExecute({ args: { document, operationName, contextValue } }) {
    const name = getOperationAST(document, operationName)?.name?.value;
    contextValue.record.operation = name?.slice(0, longestName) ?? null;
  },
  onExecutionResult({ result, context: { record } }) {
    if (result === undefined || !('errors' in result) || result.errors === undefined) return;
    record.errorCodes = (result.errors as readonly GraphQLError[]).map(({ extensions }) => String(extensions.code));
  },
});
