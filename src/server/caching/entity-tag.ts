/** Which answer it is. */
export interface Tagged {
  readonly revision: number;
  /** When the revision was made: another ledger may have one of the same number. */
  readonly madeAt: number;
  /** The day as of which it was computed; null when it would be the same on any. */
  readonly day: number | null;
  /** What was asked, in which form, of which build. */
  readonly key: string;
}

/** The entity tag of an answer. */
export const entityTag = ({ revision, madeAt, day, key }: Tagged): string =>
  `"${revision}.${madeAt.toString(36)}${day === null ? '' : `.${day}`}-${key}"`;

/** Whether an If-None-Match header has a tag. `*` has none: it does not say what the client has. */
export function hasTag(header: string, tag: string): boolean {
  if (header === tag) return true;
  // Proxies that pack an answer make its tag a weak one.
  return header.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
}
