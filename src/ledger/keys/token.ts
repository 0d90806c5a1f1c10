import { createHmac, randomBytes } from 'node:crypto';

/** An API key as its owner sends it: `concord_` for people and secret scanners, a handle to look it up by, 256 random bits. */
export interface Token {
  readonly handle: string;
  readonly text: string;
}

const form = /^concord_([0-9a-f]{16})_[A-Za-z0-9_-]{43}$/;

export function makeToken(): Token {
  const handle = randomBytes(8).toString('hex');
  return { handle, text: `concord_${handle}_${randomBytes(32).toString('base64url')}` };
}

/** The token that a text is, or null when it has not the form of one. */
export function parseToken(text: string): Token | null {
  const handle = form.exec(text)?.[1];
  return handle === undefined ? null : { handle, text };
}

/** What is stored of a token: 32 bytes that cannot be computed without the server's secret. */
export const digestOf = ({ text }: Token, secret: string): Buffer => createHmac('sha256', secret).update(text).digest();
