import type { PlannedWrite } from './writer-plan.ts';

/** The answer to a write that was done. */
export interface Done {
  readonly revision: { readonly number: number; readonly author: string };
  readonly changed: boolean;
  readonly stances: readonly { readonly key: string; readonly position: string }[];
}

/** What came of sending a write: done; or a code, of a whole answer or of nothing that can be read. */
export type Sent = { readonly done: Done } | { readonly code: string; readonly expected: boolean };

/** What a client is told to send again for. */
const passing = new Set([
  'BUSY',
  'WRITE_OUTCOME_UNKNOWN',
  'DATABASE_UNAVAILABLE',
  'DATABASE_TIMEOUT',
  'REVISION_NOT_REACHED',
  'TOO_MANY_WRITERS',
]);
const patienceMs = 30_000;

const queryOf = (mutation: string) => {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  return `mutation ($input: ${type}!) { result: ${mutation}(input: $input) {
    __typename
    ... on Revised { revision { number author } changed }
    ... on StancesRevised { stances { key position } }
    ... on Error { code message }
  } }`;
};

/** Sends a write, once. */
export async function send(
  api: string,
  token: string,
  { mutation, input }: Omit<PlannedWrite, 'adds' | 'retires'>,
): Promise<Sent> {
  let body: string;
  try {
    const response = await fetch(api, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: queryOf(mutation), variables: { input } }),
      signal: AbortSignal.timeout(patienceMs),
    });
    body = await response.text();
  } catch (error) {
    return { code: (error as Error).name === 'TimeoutError' ? 'NO_ANSWER_IN_TIME' : 'NO_ANSWER', expected: true };
  }
  const { data, errors } = JSON.parse(body);
  if (errors) {
    const code = errors[0].extensions?.code ?? body;
    return { code, expected: passing.has(code) };
  }
  const { __typename, code, message, ...done } = data.result;
  return __typename === 'StancesRevised' ? { done } : { code: `${code}: ${message}`, expected: false };
}
