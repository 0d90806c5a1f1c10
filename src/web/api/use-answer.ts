import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { TypedDocumentString } from '../generated/graphql.ts';
import { ask } from './ask.ts';
import { AskError } from './ask-error.ts';
import { questionOf, rememberAnswer, rememberedAnswer } from './remembered-answers.ts';

const slowMs = 1_500;

/** What is known of a question while it is asked, and after. */
export interface Asking<Result> {
  /** The answer; while another is awaited the one before, so that the page does not jump. Null before the first. */
  readonly data: Result | null;
  readonly error: AskError | null;
  readonly loading: boolean;
  /** Loading, and for so long that a person should be told. */
  readonly slow: boolean;
  readonly retry: () => void;
}

/** Asks whenever the variables change; asks nothing while they are null. Tries again by itself once the network is back. */
export function useAnswer<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables | null,
): Asking<Result> {
  const asked = variables === null ? null : questionOf(document, variables);
  // Also an answer that was remembered stays while the next is awaited.
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
    return { ...nothing, data: remembered, retry };
  }
  // Between the change of the variables and the effect the state is still that of the question before.
  const isOld = asked !== null && state.of !== asked;
  return { ...state, data: state.data ?? latest.current, ...(isOld && { loading: true, error: null }), retry };
}

interface State<Result> extends Omit<Asking<Result>, 'retry'> {
  readonly of: string | null;
}

const nothing = { data: null, error: null, loading: false, slow: false };
