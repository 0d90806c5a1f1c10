/** What identifies a response. */
export interface Tagged {
  /** Number and digest of the revision that it was computed from: another ledger may have one of the same number. */
  readonly revision: number;
  readonly digest: string;
  /** The day as of which it was computed; null when it would be the same on any. */
  readonly day: number | null;
  /** The query, the response format and the build. */
  readonly key: string;
}

/** Hex digits of a digest in a tag: 96 bits, so that tags of two ledgers do not collide. */
const digits = 24;

/** The entity tag of an answer. */
export const entityTag = ({ revision, digest, day, key }: Tagged): string =>
  `"${revision}.${digest.slice(0, digits)}${day === null ? '' : `.${day}`}-${key}"`;

/** Whether an If-None-Match header has a tag. `*` has none: it does not say what the client has. */
export function hasTag(header: string, tag: string): boolean {
  if (header === tag) return true;
  // Proxies that compress a response weaken its tag.
  return header.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
}
