import type { IncomingMessage } from 'node:http';

/**
 * Whether a request says `If-None-Match: *`: it wants nothing where there is any answer (RFC 9110, 13.1.2). Whether there is one is known only when it
 * is computed.
 */
export const wantsNoneOfAny = ({ headers }: IncomingMessage): boolean => headers['if-none-match']?.trim() === '*';
