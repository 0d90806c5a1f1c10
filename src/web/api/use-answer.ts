import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { TypedDocumentString } from '../generated/graphql.ts';
import { ask } from './ask.ts';
import { AskError } from './ask-error.ts';
import { questionOf, rememberAnswer, rememberedAnswer } from './remembered-answers.ts';

const slowMs = 1_500;

/** State of a query. */
export interface Asking<Result> {
  /** The response; while a new one is loading, the previous one, so that the layout does not shift. Null before the first. */
  readonly data: Result | null;
  /** Whether `data` is the response to an earlier question: while the present one is loading, and when it failed. */
  readonly stale: boolean;
  readonly error: AskError | null;
  readonly loading: boolean;
  /** Loading for so long that the user should be informed. */
  readonly slow: boolean;
  readonly retry: () => void;
}

/** Sends the query whenever the variables change, except while they are null. Retries automatically when the network is back. */
export function useAnswer<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables | null,
): Asking<Result> {
  const asked = variables === null ? null : questionOf(document, variables);
  // A cached response is also kept while the next one is loading.
  const latest = useRef<Result | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<State<Result>>({ ...nothing, of: null });
  const retry = useCallback(() => setAttempt((before) => before + 1), []);

  useEffect(() => {
    if (asked === null || variables === null || rememberedAnswer<Result>(asked) !== null) return;
    const aborting = new AbortController();
    setState(({ data }) => ({ ...nothing, data, loading: true, of: asked }));
    const timer = setTimeout(() => setState((before) => ({ ...before, slow: before.loading })), slowMs);
    ask(document, variables, aborting.signal)
      .then((data) => {
        rememberAnswer(asked, data);
        setState({ ...nothing, data, of: asked });
      })
      .catch((error: unknown) => {
        if (aborting.signal.aborted) return;
        const known = error instanceof AskError ? error : new AskError('BROKEN', String(error));
        setState(({ data }) => ({ ...nothing, data, error: known, of: asked }));
      })
      .finally(() => clearTimeout(timer));
    return () => {
      aborting.abort();
      clearTimeout(timer);
    };
  }, [asked, attempt]);

  const isCutOff = state.error?.trouble === 'OFFLINE' || state.error?.trouble === 'UNREACHABLE';
  useEffect(() => {
    if (!isCutOff) return;
    addEventListener('online', retry);
    return () => removeEventListener('online', retry);
  }, [isCutOff, retry]);

  const remembered = asked === null ? null : rememberedAnswer<Result>(asked);
  if (remembered !== null) {
    latest.current = remembered;
    return { ...nothing, data: remembered, stale: false, retry };
  }
  // Between the change of the variables and the effect, the state still belongs to the previous query.
  const isOld = asked !== null && state.of !== asked;
  const data = state.data ?? latest.current;
  // What was answered to the present question is remembered, and was given back above.
  return { ...state, data, stale: data !== null, ...(isOld && { loading: true, error: null }), retry };
}

interface State<Result> extends Omit<Asking<Result>, 'retry' | 'stale'> {
  readonly of: string | null;
}

const nothing = { data: null, error: null, loading: false, slow: false };
