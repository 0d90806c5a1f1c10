import type { ClientBase } from 'pg';

/** What pg has and does not declare. */
interface WithStream {
  readonly connection?: { readonly stream?: { destroy(error?: Error): void } };
}

/** Closes the socket of a connection without a word to the server, which may not be there to hear it; what runs on it fails. */
export function destroyConnection(
  client: ClientBase,
  reason: Error = new Error('Connection terminated: abandoned'),
): void {
  (client as unknown as WithStream).connection?.stream?.destroy(reason);
}
