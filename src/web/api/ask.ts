import { writeAddress } from '../address/address.ts';
import type { TypedDocumentString } from '../generated/graphql.ts';
import { AskError } from './ask-error.ts';

const endpoint = writeAddress('/graphql');
const patienceMs = 20_000;
/** Proxies reject longer addresses. */
const longestAddress = 6_000;

interface Answer<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/**
 * Sends a query to the API by its hash, so that responses can be cached. A server that does not know the hash, because it is older or newer than
 * this page, is sent the text. Throws AskError.
 */
export async function ask<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal: AbortSignal,
): Promise<Result> {
  const cut = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
  try {
    const byHash = await send<Result>(requestByHash(document, variables), cut);
    const answer = isUnknown(byHash) ? await send<Result>(requestByText(document, variables), cut) : byHash;
    const [error] = answer.errors ?? [];
    if (error !== undefined) throw new AskError('REFUSED', error.message, error.extensions?.code ?? null);
    if (answer.data == null) throw new AskError('BROKEN', 'The answer has neither data nor an error.');
    return answer.data;
  } catch (error) {
    if (error instanceof AskError || signal.aborted) throw error;
    if (cut.aborted) throw new AskError('TOO_LATE', `There was no answer within ${patienceMs / 1000} seconds.`);
    throw new AskError(navigator.onLine ? 'UNREACHABLE' : 'OFFLINE', String(error));
  }
}

type Sent = readonly [string, RequestInit];
const accept = 'application/graphql-response+json, application/json';

function requestByHash<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Sent {
  const documentId: string = document.__meta__?.hash ?? '';
  const parameters = new URLSearchParams({ documentId, variables: JSON.stringify(variables) });
  const address = `${endpoint}?${parameters}`;
  return address.length <= longestAddress ? [address, { headers: { accept } }] : post({ documentId, variables });
}

const requestByText = (
  document: TypedDocumentString<unknown, never> | { toString(): string },
  variables: unknown,
): Sent => post({ query: document.toString(), variables });

const post = (body: unknown): Sent => [
  endpoint,
  { method: 'POST', headers: { accept, 'content-type': 'application/json' }, body: JSON.stringify(body) },
];

async function send<Result>([address, init]: Sent, signal: AbortSignal): Promise<Answer<Result>> {
  const response = await fetch(address, { ...init, signal });
  const text = await response.text();
  try {
    return JSON.parse(text) as Answer<Result>; // the API returns what the query selects
  } catch {
    throw new AskError('BROKEN', `The server answered ${response.status} without JSON.`);
  }
}

const isUnknown = ({ errors }: Answer<unknown>) => errors?.[0]?.extensions?.code === 'PERSISTED_DOCUMENT_NOT_FOUND';
