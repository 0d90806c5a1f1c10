import type { AskError } from '../api/ask-error.ts';
import { texts } from '../texts/texts.ts';
import './states.css';

/** An error and what to do about it. */
export function Problem({ error, retry }: { readonly error: AskError; readonly retry: () => void }) {
  const [title, advice] = texts.states.problems[error.trouble];
  return (
    <div class="notice problem" role="alert">
      <h2>{title}</h2>
      <p>{error.trouble === 'REFUSED' ? error.message : advice}</p>
      <button type="button" onClick={retry}>
        {texts.states.retry}
      </button>
    </div>
  );
}
