import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
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
  const latest = useRef<Answered<Result> | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [ended, setEnded] = useState(none);
  const [slow, setSlow] = useState<string | null>(null);
  const retry = useCallback(() => {
    setEnded(none);
    setAttempt((before) => before + 1);
  }, []);

  // Not after the frame is painted, as other effects: nobody need wait for it.
  useLayoutEffect(() => {
    if (asked === null || variables === null || rememberedAnswer<Result>(asked) !== null) return;
    const aborting = new AbortController();
    // It may have been asked, and have failed, before another question was.
    setEnded((before) => (before.of === asked ? none : before));
    setSlow(null);
    const timer = setTimeout(() => setSlow(asked), slowMs);
    ask(document, variables, aborting.signal)
      .then((data) => {
        rememberAnswer(asked, data);
        setEnded({ of: asked, error: null });
      })
      .catch((error: unknown) => {
        if (aborting.signal.aborted) return;
        setEnded({ of: asked, error: error instanceof AskError ? error : new AskError('BROKEN', String(error)) });
      })
      .finally(() => clearTimeout(timer));
    return () => {
      aborting.abort();
      clearTimeout(timer);
    };
  }, [asked, attempt]);

  const error = asked !== null && ended.of === asked ? ended.error : null;
  const isCutOff = error?.trouble === 'OFFLINE' || error?.trouble === 'UNREACHABLE';
  useEffect(() => {
    if (!isCutOff) return;
    addEventListener('online', retry);
    return () => removeEventListener('online', retry);
  }, [isCutOff, retry]);

  const remembered = asked === null ? null : rememberedAnswer<Result>(asked);
  if (asked !== null && remembered !== null) latest.current = { of: asked, data: remembered };
  const data = latest.current?.data ?? null;
  const stale = latest.current !== null && latest.current.of !== asked;
  const isAnswered = latest.current !== null && !stale;
  if (asked === null || isAnswered) return { data, stale, error: null, loading: false, slow: false, retry };
  const loading = ended.of !== asked;
  return { data, stale, error, loading, slow: loading && slow === asked, retry };
}

/** The response that was given last, and the question that it answers. It stays when it is not remembered any more. */
interface Answered<Result> {
  readonly of: string;
  readonly data: Result;
}

/** The question whose request ended last, and why it failed if it did. */
interface Ended {
  readonly of: string | null;
  readonly error: AskError | null;
}

const none: Ended = { of: null, error: null };
