import type { Question } from './question.ts';

/** One of the servers that answer the question. */
export interface Contestant {
  readonly name: string;
  /** What Node runs. */
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** The body of the request. */
  bodyOf(question: Question): string;
  /** The positions of an answer, in one form for all contestants. */
  heldIn(answer: unknown): Iterable<Held>;
}

export interface Held {
  readonly proposition: string;
  readonly party: string;
  readonly position: string;
  readonly heldFrom: string;
}
