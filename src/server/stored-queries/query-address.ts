/** Where stored queries are answered. */
export const storedQueriesPath = '/q/';

/** The forms of an answer; the last two are feeds of its changes. */
export type AnswerForm = 'json' | 'csv' | 'atom' | 'feed';

/** What a path below `/q/` means. */
export type QueryAddress =
  | { readonly kind: 'index' }
  /** `form` null: the client's `Accept` says. */
  | { readonly kind: 'query'; readonly name: string; readonly form: AnswerForm | null }
  | { readonly kind: 'unknown'; readonly name: string; readonly ending: string };

const forms: Readonly<Record<string, AnswerForm>> = {
  '.json': 'json',
  '.csv': 'csv',
  '.atom': 'atom',
  '.feed.json': 'feed',
};

/** What a path asks for; null when it is none of stored queries. */
export function queryAddress(path: string): QueryAddress | null {
  if (path === '/q' || path === storedQueriesPath) return { kind: 'index' };
  if (!path.startsWith(storedQueriesPath)) return null;
  const [, name = '', ending] = /^([^.]*)(\..*)?$/s.exec(decoded(path.slice(storedQueriesPath.length))) ?? [];
  if (ending === undefined) return { kind: 'query', name, form: null };
  const form = forms[ending];
  return form === undefined ? { kind: 'unknown', name, ending } : { kind: 'query', name, form };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
