import { formatStanceKey } from '#ledger/stance-key.ts';

/** One version of a stance, as a writer says it. */
export interface Said {
  readonly party: string;
  readonly proposition: string;
  readonly heldFrom: string;
  readonly position: string;
  /** Keys of the documents that it cites, in order. */
  readonly documents: readonly string[];
}

/** A change of the ledger that is to be one revision of this message, with exactly these stances; without any, no revision. */
export interface Change {
  readonly message: string;
  readonly adds: readonly Said[];
  readonly retires: readonly Said[];
}

export const positions = ['SUPPORT', 'LEAN_SUPPORT', 'NEUTRAL', 'LEAN_OPPOSE', 'OPPOSE'] as const;

/** Documents of the seed files that everybody may cite. */
export const documents = ['seed-gt-2022-02-04', 'cn-antisecession-2005', 'cn-ru-treaty-2001'] as const;

/** All of a version in one line, to be compared with what the ledger holds. */
export const lineOf = (said: Said): string => `${formatStanceKey(said)} ${said.position} ${said.documents.join('+')}`;

/** The day of a number, each another: 1950-01-01 is 0. */
export const dayNumber = (number: number): string => new Date(Date.UTC(1950, 0, 1 + number)).toISOString().slice(0, 10);
