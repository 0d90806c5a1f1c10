/** A connection on which the server answered nothing for too long. */
export class SilentConnectionError extends Error {
  override readonly name = 'SilentConnectionError';

  constructor(silentMs: number) {
    super(`Connection terminated: no response from the server for ${Math.round(silentMs / 100) / 10} s`);
  }
}
