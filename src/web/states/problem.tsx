import type { AskError, Trouble } from '../api/ask-error.ts';
import './states.css';

const words: Readonly<Record<Trouble, readonly [string, string]>> = {
  OFFLINE: ['You are offline', 'Loaded data stays visible; the rest is loaded when the network is back.'],
  UNREACHABLE: ['The server cannot be reached', 'It may be restarting. The page retries when the network changes.'],
  TOO_LATE: ['The request took too long', 'Try again, or compare fewer parties or issues.'],
  REFUSED: ['The request was refused', ''],
  BROKEN: [
    'Something went wrong',
    'The server sent a response that this page cannot read. Reloading the page may help.',
  ],
};

/** An error and what to do about it. */
export function Problem({ error, retry }: { readonly error: AskError; readonly retry: () => void }) {
  const [title, advice] = words[error.trouble];
  return (
    <div class="notice problem" role="alert">
      <h2>{title}</h2>
      <p>{error.trouble === 'REFUSED' ? error.message : advice}</p>
      <button type="button" onClick={retry}>
        Try again
      </button>
    </div>
  );
}
