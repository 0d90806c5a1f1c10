import { useEffect, useState } from 'preact/hooks';
import type { TypedDocumentString } from '../generated/graphql.ts';
import { ask } from './ask.ts';
import { AskError } from './ask-error.ts';
import { questionOf, rememberAnswer, rememberedAnswer } from './remembered-answers.ts';

/** State of several requests of the same query. */
export interface AskingAll<Result> {
  /** The responses in the order of the requests; while others are loading, the previous ones. Null before the first. */
  readonly data: readonly Result[] | null;
  readonly error: AskError | null;
  readonly loading: boolean;
  readonly retry: () => void;
}

/** Sends a query once for each of some variables, all at once, whenever they change; null: not yet. */
export function useAnswers<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  requests: readonly Variables[] | null,
): AskingAll<Result> {
  const asked = requests === null ? null : JSON.stringify(requests);
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<Omit<AskingAll<Result>, 'retry' | 'loading'> & { readonly of: string | null }>({
    data: null,
    error: null,
    of: null,
  });
  useEffect(() => {
    if (requests === null) return;
    const aborting = new AbortController();
    const one = async (variables: Variables): Promise<Result> => {
      const question = questionOf(document, variables);
      const before = rememberedAnswer<Result>(question);
      if (before !== null) return before;
      const answer = await ask(document, variables, aborting.signal);
      rememberAnswer(question, answer);
      return answer;
    };
    Promise.all(requests.map(one))
      .then((data) => !aborting.signal.aborted && setState({ data, error: null, of: asked }))
      .catch((error: unknown) => {
        if (aborting.signal.aborted) return;
        const known = error instanceof AskError ? error : new AskError('BROKEN', String(error));
        setState(({ data }) => ({ data, error: known, of: asked }));
      });
    return () => aborting.abort();
  }, [asked, attempt]);
  const isOld = state.of !== asked;
  return {
    data: state.data,
    error: isOld ? null : state.error,
    loading: isOld,
    retry: () => setAttempt((before) => before + 1),
  };
}
