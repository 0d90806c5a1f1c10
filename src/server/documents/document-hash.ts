import { hash } from 'node:crypto';

/** The SHA-256 of a document's text, in hex: what clients name it by. */
export const hashOf = (text: string): string => hash('sha256', text, 'hex');

/** The hash within the name of a document, `sha256:` and the hash or the hash alone, in lower case however it is written; null for anything else. */
export const hashIn = (id: string): string | null =>
  /^(?:sha256:)?([0-9a-fA-F]{64})$/.exec(id)?.[1]?.toLowerCase() ?? null;
