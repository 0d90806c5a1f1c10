/** The revision that a response must include, from `Concord-At-Least-Revision`. */
export interface WantedRevision {
  readonly number: number;
  /** At least the first 16 hex digits of its digest; empty: any digest. */
  readonly digest: string;
}

const form = /^(\d{1,9})(?::([0-9a-f]{16,64}))?$/;

/** The revision that a header names: `12`, or `12:` and its digest; null when it names none. */
export function wantedRevision(header: string): WantedRevision | null {
  const [, number, digest = ''] = form.exec(header) ?? [];
  return number === undefined ? null : { number: Number(number), digest };
}
