import type { TypedDocumentString } from '../generated/graphql.ts';

/** Number of responses that are cached for going back and forth. */
const most = 40;
const remembered = new Map<string, unknown>();

/** The cache key of a query. */
export const questionOf = <Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): string => `${document.__meta__?.hash}${JSON.stringify(variables)}`;

/** The cached response to a query; null if it was not sent on this page, or has been evicted. */
export function rememberedAnswer<Result>(question: string): Result | null {
  return (remembered.get(question) ?? null) as Result | null; // what was cached for the query with that result
}

/** Caches a response, and evicts the oldest. */
export function rememberAnswer(question: string, answer: unknown): void {
  remembered.delete(question);
  remembered.set(question, answer);
  for (const oldest of remembered.keys()) {
    if (remembered.size <= most) break;
    remembered.delete(oldest);
  }
}
