import { Refusal } from '#refusal/refusal.ts';

export type KeyErrorCode = 'BAD_KEY_NAME' | 'KEY_NAME_TAKEN' | 'UNKNOWN_KEY' | 'NO_KEY_SECRET' | 'BAD_EXPIRY';

/** A key cannot be made, found or checked. */
export class KeyError extends Refusal<KeyErrorCode> {
  override readonly name = 'KeyError';
}
