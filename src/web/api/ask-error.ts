/** Why a request failed: no network, server unreachable, timeout, refused by the server, or an invalid response. */
export type Trouble = 'OFFLINE' | 'UNREACHABLE' | 'TOO_LATE' | 'REFUSED' | 'BROKEN';

/** A question that was not answered. The message of a refusal is the server's and names what was wrong where. */
export class AskError extends Error {
  readonly trouble: Trouble;
  /** The code of a refusal, such as `UNKNOWN_PARTY`; null for other failures. */
  readonly code: string | null;

  constructor(trouble: Trouble, message: string, code: string | null = null) {
    super(message);
    this.name = 'AskError';
    this.trouble = trouble;
    this.code = code;
  }
}
