import type { TypedDocumentString } from '../generated/graphql.ts';

/** As many answers as somebody may go back and forth among. */
const most = 40;
const remembered = new Map<string, unknown>();

/** A question as answers are remembered by it. */
export const questionOf = <Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): string => `${document.__meta__?.hash}${JSON.stringify(variables)}`;

/** The answer to a question that was asked before on this page; null when it was not, or too long ago. */
export function rememberedAnswer<Result>(question: string): Result | null {
  return (remembered.get(question) ?? null) as Result | null; // what was remembered under the question of that result
}

/** Remembers an answer, and forgets the oldest. */
export function rememberAnswer(question: string, answer: unknown): void {
  remembered.delete(question);
  remembered.set(question, answer);
  for (const oldest of remembered.keys()) {
    if (remembered.size <= most) break;
    remembered.delete(oldest);
  }
}
