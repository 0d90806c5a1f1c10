import { useGraphQlJit } from '@envelop/graphql-jit';
import { type DocumentNode, getVariableValues, Kind, type OperationDefinitionNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** From this time on that a document is asked, compiling it pays. */
const worthwhile = 3;

/** Compiles the documents that are asked again and again; what is asked once is executed as it is. docs/decisions/execution.md has the figures. */
export function useCompiledExecution(): Plugin {
  const timesAsked = new WeakMap<DocumentNode, number>();
  return useGraphQlJit(
    {},
    {
      enableIf({ document, schema, variableValues }) {
        const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
        // Compiled documents are kept without regard to which of several operations was asked.
        if (operations.length !== 1) return false;
        // What is wrong with variables is said better by graphql-js.
        const [{ variableDefinitions = [] }] = operations as [OperationDefinitionNode];
        if (getVariableValues(schema, variableDefinitions, variableValues ?? {}).errors !== undefined) return false;
        const times = (timesAsked.get(document) ?? 0) + 1;
        timesAsked.set(document, times);
        return times >= worthwhile;
      },
    },
  ) as unknown as Plugin; // envelop's plugins are yoga's
}
