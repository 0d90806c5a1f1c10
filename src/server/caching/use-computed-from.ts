import { type DocumentNode, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '#graphql/context.ts';
import { schema } from '#graphql/schema.ts';
import { isUnrevisioned } from '#graphql/unrevisioned.ts';
import type { ServerContext } from '../server-context.ts';
import type { ComputedFrom } from './computed-from.ts';

/**
 * Writes into the record of a GET what its answer is computed from, so that it can be cached; nothing when anything else than the ledger and
 * the day determines it. An answer depends on the day when a resolver looks at it.
 */
export function useComputedFrom(): Plugin<ServerContext & Context> {
  const cacheable = new WeakMap<DocumentNode, boolean>();
  const isCacheable = (document: DocumentNode) => {
    const before = cacheable.get(document);
    if (before !== undefined) return before;
    const found = !asksUnrevisioned(document);
    cacheable.set(document, found);
    return found;
  };
  return {
    onExecute({ args: { document, contextValue } }) {
      // A stored query is asked by GET, and handed on as a POST.
      const isGet = contextValue.request.method === 'GET' || contextValue.storedQuery !== undefined;
      if (!isGet || !isCacheable(document)) return;
      const { snapshot, today } = contextValue;
      const computedFrom: ComputedFrom = { snapshot, day: today, dependsOnDay: false };
      Object.defineProperty(contextValue, 'today', {
        get() {
          computedFrom.dependsOnDay = true;
          return today;
        },
      });
      contextValue.record.computedFrom = computedFrom;
    },
  };
}

function asksUnrevisioned(document: DocumentNode): boolean {
  const typeInfo = new TypeInfo(schema);
  let found = false;
  const Field = () => {
    found ||= isUnrevisioned(typeInfo.getFieldDef()?.extensions);
  };
  visit(document, visitWithTypeInfo(typeInfo, { Field }));
  return found;
}
