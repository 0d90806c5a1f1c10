import type { LedgerErrorCode } from '#ledger/codes/command-codes.ts';

/** An error of reading what shall be imported; the message says what and where. */
export class IngestError extends Error {
  override readonly name = 'IngestError';
  readonly code: Extract<LedgerErrorCode, 'UNREADABLE' | 'NO_FILES'>;

  constructor(code: IngestError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
