import { type DocumentNode, type ExecutionArgs, type ExecutionResult, getVariableValues, Kind } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Plugin } from 'graphql-yoga';

/** From this time on that a document is asked, compiling it pays. */
const worthwhile = 3;

/**
 * Compiles the queries that are asked again and again; what is asked once is executed as it is. Whatever has an error is executed by graphql-js
 * instead, which says better where it arose. docs/decisions/execution.md has the figures.
 */
export function useCompiledExecution(): Plugin {
  const timesAsked = new WeakMap<DocumentNode, number>();
  const compiled = new WeakMap<DocumentNode, CompiledQuery | null>();
  const compiledOf = (args: ExecutionArgs): CompiledQuery | null => {
    const { document } = args;
    const times = (timesAsked.get(document) ?? 0) + 1;
    timesAsked.set(document, times);
    if (times < worthwhile || !hasGoodVariables(args)) return null;
    const before = compiled.get(document);
    if (before !== undefined) return before;
    const query = compile(args);
    compiled.set(document, query);
    return query;
  };
  return {
    onExecute({ args, executeFn, setExecuteFn }) {
      const query = compiledOf(args);
      if (query === null) return;
      const checked = (result: ExecutionResult) =>
        result.errors === undefined ? { ...result, stringify: query.stringify } : executeFn(args);
      setExecuteFn(() => {
        const result = query.query(args.rootValue, args.contextValue, args.variableValues);
        return result instanceof Promise ? result.then(checked) : checked(result);
      });
    },
  };
}

/** The one operation of a document; null when it has several, for what is compiled is kept by document. */
function onlyOperation({ document }: ExecutionArgs) {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return operations.length === 1 ? (operations[0] ?? null) : null;
}

function hasGoodVariables(args: ExecutionArgs): boolean {
  const operation = onlyOperation(args);
  if (operation === null || operation.operation !== 'query') return false;
  return (
    getVariableValues(args.schema, operation.variableDefinitions ?? [], args.variableValues ?? {}).errors === undefined
  );
}

function compile({ schema, document, operationName }: ExecutionArgs): CompiledQuery | null {
  const result = compileQuery(schema, document, operationName ?? undefined);
  return isCompiledQuery(result) ? result : null;
}
