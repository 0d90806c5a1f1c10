import type { RefusalCode } from './codes/command-codes.ts';

/**
 * What Concord refuses to do, or cannot do, for a reason that it knows: `code` is for programs, the message is whole sentences for people and says the
 * way out. Every error that a user may meet is one; whatever else is thrown is a bug. The command line prints the message alone.
 */
export class Refusal<Code extends RefusalCode = RefusalCode> extends Error {
  override readonly name: string = 'Refusal';
  readonly code: Code;

  constructor(code: Code, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
