import { useGraphQlJit } from '@envelop/graphql-jit';
import { type DocumentNode, Kind } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** From this time on that a document is asked, compiling it pays. */
const worthwhile = 3;

/** Compiles the documents that are asked again and again; what is asked once is executed as it is. docs/decisions/execution.md has the figures. */
export function useCompiledExecution(): Plugin {
  const timesAsked = new WeakMap<DocumentNode, number>();
  return useGraphQlJit(
    {},
    {
      enableIf({ document }) {
        // Compiled documents are kept without regard to which of several operations was asked.
        if (document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length !== 1) return false;
        const times = (timesAsked.get(document) ?? 0) + 1;
        timesAsked.set(document, times);
        return times >= worthwhile;
      },
    },
  ) as unknown as Plugin; // envelop's plugins are yoga's
}
