/** A connection on which the server answered nothing for too long. */
export class SilentConnectionError extends Error {
  override readonly name = 'SilentConnectionError';

  constructor(silentMs: number) {
    super(`Connection terminated: the server answered nothing for ${Math.round(silentMs / 100) / 10} s`);
  }
}
