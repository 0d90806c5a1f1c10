import type { AskError, Trouble } from '../api/ask-error.ts';
import './states.css';

const words: Readonly<Record<Trouble, readonly [string, string]>> = {
  OFFLINE: ['You are offline', 'What was loaded before stays; the rest comes once there is a network again.'],
  UNREACHABLE: [
    'The server cannot be reached',
    'It may be starting anew. The page tries again when the network changes.',
  ],
  TOO_LATE: ['The answer takes too long', 'Ask again, or for less at a time.'],
  REFUSED: ['This cannot be answered', ''],
  BROKEN: [
    'Something went wrong',
    'The server gave an answer that this page cannot read. Loading the page again may help.',
  ],
};

/** Says why there is no answer, and what to do. */
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
