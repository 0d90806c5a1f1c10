import { Refusal } from '#refusal/refusal.ts';

export type EmbeddedErrorCode =
  | 'NO_BINARIES'
  | 'NO_USER_TO_RUN_AS'
  | 'DATA_UNUSABLE'
  | 'DATA_OF_ANOTHER_VERSION'
  | 'INIT_FAILED'
  | 'NO_SPACE'
  | 'START_FAILED'
  | 'REFUSED';

/** The embedded PostgreSQL server cannot be used. */
export class EmbeddedError extends Refusal<EmbeddedErrorCode> {
  override readonly name = 'EmbeddedError';
}
