import { Webhook } from 'standardwebhooks';
import type { WebhookDestination } from '#config/webhooks.ts';

/** What became of one attempt. */
export type Attempted =
  | { readonly kind: 'DELIVERED' }
  /** `isFinal`: the receiver said that it wants nothing any more. */
  | { readonly kind: 'FAILED'; readonly why: string; readonly isFinal: boolean };

export interface Posting {
  readonly destination: Pick<WebhookDestination, 'url' | 'secrets'>;
  /** The same in every attempt. */
  readonly id: string;
  readonly body: string;
  readonly timeoutMs: number;
  /** Aborted when the worker stops. */
  readonly signal: AbortSignal;
}

/** Bytes of an answer that are read: they are only of use to who looks for the fault. */
const mostAnswerBytes = 500;
const gone = 410;

/**
 * Sends a message once, signed as Standard Webhooks demands. Redirects are not followed: nothing goes where the operator has not said. Any answer with a
 * status from 200 to 299 takes it.
 */
export async function post({ destination, id, body, timeoutMs, signal }: Posting): Promise<Attempted> {
  const now = new Date();
  const signature = destination.secrets.map((secret) => new Webhook(secret).sign(id, now, body)).join(' ');
  const tooLate = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(destination.url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.any([signal, tooLate]),
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Concord',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
        'webhook-signature': signature,
      },
      body,
    });
    if (response.ok) {
      await response.body?.cancel().catch(() => {});
      return { kind: 'DELIVERED' };
    }
    const said = await beginningOf(response);
    const why = `The receiver answered ${response.status}${said === '' ? '' : `: ${said}`}`;
    return { kind: 'FAILED', why, isFinal: response.status === gone };
  } catch (error) {
    const why = tooLate.aborted ? `The receiver did not answer within ${timeoutMs} ms.` : unreachable(error);
    return { kind: 'FAILED', why, isFinal: false };
  }
}

/** The reason of a failure of fetch is in its cause, which may be several. */
function unreachable(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const [first = cause] = cause instanceof AggregateError ? cause.errors : [cause];
  return `The receiver cannot be reached: ${first instanceof Error ? first.message : String(first)}`;
}

/** The first characters of an answer; what follows is not read. */
async function beginningOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of response.body ?? []) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= mostAnswerBytes) break;
    }
  } catch {
    // What was read is enough.
  }
  const text = Buffer.concat(chunks).subarray(0, mostAnswerBytes).toString('utf8');
  return text.replaceAll(/[\s\0]+/g, ' ').trim();
}
