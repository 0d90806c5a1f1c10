import { useEffect } from 'preact/hooks';
import type { Address, ViewName } from '../address/address.ts';
import { navigate } from '../address/navigate.ts';
import { presentAddress } from '../address/present-address.ts';
import { questionOf, rememberAnswer } from '../api/remembered-answers.ts';
import { type Asking, useAnswer } from '../api/use-answer.ts';
import type { TypedDocumentString } from '../generated/graphql.ts';
import type { AskedScope } from './asked-scope.ts';

/** How a view with a scope reads its address and asks the API. */
export interface ScopedView<Question extends AskedScope, Result, Variables> {
  readonly view: ViewName;
  readonly document: TypedDocumentString<Result, Variables>;
  readonly read: (address: Address) => Question;
  readonly write: (question: Question) => string;
  /** Null while there is nothing to ask. */
  readonly variablesOf: (question: Question) => Variables | null;
  /** The day and the revision that a response was computed for; null for a response without one. */
  readonly resolvedOf: (
    result: Result,
    question: Question,
  ) => { readonly asOf: string; readonly asKnownAt: number } | null;
}

/** A view's question, how it is changed, and the state of its query. */
export interface ScopedAnswer<Question, Result, Variables> {
  readonly question: Question;
  /** Changes the question. `replace`: without a new history entry. */
  readonly ask: (change: Partial<Question>, how?: 'push' | 'replace') => void;
  readonly variables: Variables | null;
  readonly asking: Asking<Result>;
}

/** Asks what the address of a view says, and adds the day and the revision of the response to the address, so that it shows the same tomorrow. */
export function useScopedAnswer<Question extends AskedScope, Result, Variables>(
  { view, document, read, write, variablesOf, resolvedOf }: ScopedView<Question, Result, Variables>,
  address: Address,
): ScopedAnswer<Question, Result, Variables> {
  const question = read(address);
  const variables = variablesOf(question);
  const asked = JSON.stringify(variables);
  const asking = useAnswer(document, variables);
  const { data } = asking;
  const resolved = data === null || asking.loading || asking.error !== null ? null : resolvedOf(data, question);
  const asOf = resolved?.asOf ?? null;
  const revision = resolved?.asKnownAt ?? null;
  useEffect(() => {
    if (asOf === null || revision === null || data === null || presentAddress().view !== view) return;
    // The query may have changed between rendering and this effect.
    const now = read(presentAddress());
    const isStillAsked = JSON.stringify(variablesOf(now)) === asked;
    if (!isStillAsked || (now.asOf === asOf && now.revision === revision)) return;
    const answered = { ...now, asOf, revision };
    const answeredVariables = variablesOf(answered);
    if (answeredVariables !== null) rememberAnswer(questionOf(document, answeredVariables), data);
    navigate(write(answered), 'replace');
  }, [asked, asOf, revision]);
  const ask = (change: Partial<Question>, how: 'push' | 'replace' = 'push') =>
    navigate(write({ ...read(presentAddress()), ...change }), how);
  return { question, ask, variables, asking };
}
