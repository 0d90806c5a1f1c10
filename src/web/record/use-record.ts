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

/**
 * Loads the record of an address. As soon as it is answered, the question has the day and the revision of the response, so that everything else is asked
 * for once, at these; so has the address, of which nobody need be told.
 */
export function useRecord<Result extends { readonly dataset: { readonly revision: number } }, Variables>(
  view: Question['view'],
  address: Address,
  document: TypedDocumentString<Result, Variables>,
  variablesOf: (usual: RecordVariables, question: Question) => Variables,
): AskedRecord<Result, Variables> {
  const asked = readQuestion(view, address);
  const variablesFor = (one: Question) =>
    variablesOf({ key: one.key, asOf: one.asOf ?? today(), asKnownAt: one.revision }, one);
  const asking = useAnswer(document, variablesFor(asked));
  const isAnswered = asking.data !== null && !asking.loading && asking.error === null;
  const revision = isAnswered ? asking.data.dataset.revision : null;
  const question = revision === null ? asked : { ...asked, asOf: asked.asOf ?? today(), revision };
  const variables = variablesFor(question);
  const presentQuestion = () => readQuestion(view, presentAddress());
  const [before, after] = [addressOf(asked), addressOf(question)];
  useEffect(() => {
    if (before === after || asking.data === null) return;
    rememberAnswer(questionOf(document, variables), asking.data);
    // The address may have changed between rendering and this effect.
    if (presentAddress().view === view && addressOf(presentQuestion()) === before)
      history.replaceState(null, '', after);
  }, [before, after]);
  const ask: Asked['ask'] = (change, how = 'push') => navigate(addressOf({ ...presentQuestion(), ...change }), how);
  return { question, ask, asking, variables };
}
