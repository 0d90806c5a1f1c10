import { useEffect, useState } from 'preact/hooks';
import type { TypedDocumentString } from '../generated/graphql.ts';
import { ask } from './ask.ts';
import { AskError } from './ask-error.ts';
import { questionOf, rememberAnswer, rememberedAnswer } from './remembered-answers.ts';

/** Requests of one query, and what they are for. */
export interface Requests<Variables, About> {
  readonly variables: readonly Variables[];
  readonly about: About;
}

/** What was answered last. */
export interface Answered<Result, Variables, About> extends Requests<Variables, About> {
  /** The responses in the order of the variables. */
  readonly answers: readonly Result[];
}

/** State of several requests of one query. */
export interface AskingAll<Result, Variables, About> {
  /** The responses with what they answer; while others are loading, the previous ones. Null before the first. */
  readonly data: Answered<Result, Variables, About> | null;
  readonly error: AskError | null;
  readonly loading: boolean;
  readonly retry: () => void;
}

/** Sends a query once for each of some variables, all at once, whenever these change; null: not yet. */
export function useAnswers<Result, Variables, About>(
  document: TypedDocumentString<Result, Variables>,
  requests: Requests<Variables, About> | null,
): AskingAll<Result, Variables, About> {
  const asked = requests === null ? null : JSON.stringify(requests);
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<State<Result, Variables, About>>({ data: null, error: null, of: null });
  useEffect(() => {
    if (requests === null) return;
    const { variables } = requests;
    const aborting = new AbortController();
    Promise.all(variables.map((one) => answerTo(document, one, aborting.signal)))
      .then(
        (answers) => !aborting.signal.aborted && setState({ data: { ...requests, answers }, error: null, of: asked }),
      )
      .catch((error: unknown) => {
        if (aborting.signal.aborted) return;
        const known = error instanceof AskError ? error : new AskError('BROKEN', String(error));
        setState(({ data }) => ({ data, error: known, of: asked }));
      });
    return () => aborting.abort();
  }, [asked, attempt]);
  const isOld = state.of !== asked;
  const retry = () => {
    setState((before) => ({ ...before, of: null }));
    setAttempt((before) => before + 1);
  };
  return { data: state.data, error: isOld ? null : state.error, loading: isOld, retry };
}

interface State<Result, Variables, About> extends Pick<AskingAll<Result, Variables, About>, 'data' | 'error'> {
  readonly of: string | null;
}

async function answerTo<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal: AbortSignal,
): Promise<Result> {
  const question = questionOf(document, variables);
  const before = rememberedAnswer<Result>(question);
  if (before !== null) return before;
  const answer = await ask(document, variables, signal);
  rememberAnswer(question, answer);
  return answer;
}
