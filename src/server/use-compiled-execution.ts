import type { ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { CompiledQueries } from './compiled-queries.ts';

/**
 * Executes the queries that are compiled by their compiled form. Whatever has an error is executed by graphql-js instead, which says better
 * where it arose.
 */
export const useCompiledExecution = (queries: CompiledQueries): Plugin => ({
  onExecute({ args, executeFn, setExecuteFn }) {
    const compiled = queries.of(args);
    if (compiled === null) return;
    const checked = (result: ExecutionResult) =>
      result.errors === undefined ? { ...result, stringify: compiled.stringify } : executeFn(args);
    setExecuteFn(() => {
      const result = compiled.query(args.rootValue, args.contextValue, args.variableValues);
      if (!(result instanceof Promise)) return checked(result);
      compiled.write = null; // it cannot be written in one go
      return result.then(checked);
    });
  },
});
