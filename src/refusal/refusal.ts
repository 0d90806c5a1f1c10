import type { RefusalCode } from './codes/command-codes.ts';

/**
 * What Concord refuses to do, or cannot do, for a reason that it knows: `code` is for programs, the message is whole sentences for people and says the
 * way out. The layers below `graphql` refuse with nothing else. The command line prints
 * the message alone.
 */
export class Refusal<Code extends RefusalCode = RefusalCode> extends Error {
  override readonly name: string = 'Refusal';
  readonly code: Code;

  constructor(code: Code, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
