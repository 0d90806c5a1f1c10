import type { LedgerErrorCode } from './codes/command-codes.ts';

/**
 * An error that the ledger knows: `code` is for programs, the message is whole sentences for people and says the way out.
 * The command line prints the message alone.
 */
export class LedgerError<Code extends LedgerErrorCode = LedgerErrorCode> extends Error {
  override readonly name: string = 'LedgerError';
  readonly code: Code;

  constructor(code: Code, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
