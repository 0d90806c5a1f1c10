import { useEffect } from 'preact/hooks';
import type { Address } from '../address/address.ts';
import { navigate } from '../address/navigate.ts';
import { presentAddress } from '../address/present-address.ts';
import { questionOf, rememberAnswer } from '../api/remembered-answers.ts';
import { type Asking, useAnswer } from '../api/use-answer.ts';
import type { TypedDocumentString } from '../generated/graphql.ts';
import { today } from '../words/dates.ts';
import { type Asked, addressOf, type Question, readQuestion } from './question.ts';

/** The variables of every query of a record. */
export interface RecordVariables {
  readonly key: string;
  readonly asOf: string;
  readonly asKnownAt: number | null;
}

export interface AskedRecord<Result, Variables> extends Asked {
  readonly asking: Asking<Result>;
  readonly variables: Variables;
}

/** Loads the record of an address, and adds the day and the revision of the response to the address. */
export function useRecord<Result extends { readonly dataset: { readonly revision: number } }, Variables>(
  view: Question['view'],
  address: Address,
  document: TypedDocumentString<Result, Variables>,
  variablesOf: (usual: RecordVariables, question: Question) => Variables,
): AskedRecord<Result, Variables> {
  const question = readQuestion(view, address);
  const variablesFor = (one: Question) =>
    variablesOf({ key: one.key, asOf: one.asOf ?? today(), asKnownAt: one.revision }, one);
  const variables = variablesFor(question);
  const asking = useAnswer(document, variables);
  const presentQuestion = () => readQuestion(view, presentAddress());
  const isAnswered = asking.data !== null && !asking.loading && asking.error === null;
  const revision = isAnswered ? asking.data.dataset.revision : null;
  const href = addressOf(question);
  useEffect(() => {
    if (revision === null || asking.data === null) return;
    const now = presentQuestion();
    const answered = { ...now, asOf: now.asOf ?? today(), revision };
    // The query may have changed between rendering and this effect.
    const isStillAsked = JSON.stringify(variablesFor(now)) === JSON.stringify(variables);
    if (presentAddress().view !== view || !isStillAsked || addressOf(answered) === addressOf(now)) return;
    rememberAnswer(questionOf(document, variablesFor(answered)), asking.data);
    navigate(addressOf(answered), 'replace');
  }, [href, revision]);
  const ask: Asked['ask'] = (change, how = 'push') => navigate(addressOf({ ...presentQuestion(), ...change }), how);
  return { question, ask, asking, variables };
}
