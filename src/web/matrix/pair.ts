import type { Measure } from '../generated/graphql.ts';
import { matrixTexts } from '../texts/en-matrix.ts';
import { texts } from '../texts/texts.ts';
import { shareInWords } from '../words/measures.ts';
import type { OrderedMatrix } from './ordered-matrix.ts';

export type Party = OrderedMatrix['parties'][number];

/** The values of a matrix for two parties, or for one with itself. */
export interface Pair {
  readonly one: Party;
  readonly other: Party;
  readonly isItself: boolean;
  readonly value: number | null;
  /** The number of propositions on which both hold a position; on the diagonal, on which the party does. */
  readonly shared: number;
}

/** The pair of a row and a column; null outside of the matrix. */
export function pairAt({ parties, values, shared }: OrderedMatrix, row: number, column: number): Pair | null {
  const one = parties[row];
  const other = parties[column];
  if (one === undefined || other === undefined) return null;
  const isItself = row === column;
  return { one, other, isItself, value: values[row]?.[column] ?? null, shared: shared[row]?.[column] ?? 0 };
}

/** A pair in a few words: "China, Russia: 91% over 23 propositions". */
export function pairInShort({ one, other, isItself, value, shared }: Pair, measure: Measure): string {
  if (isItself) return matrixTexts.pair.itself(one.name, shared);
  const names = `${one.name}, ${other.name}`;
  return value === null
    ? matrixTexts.pair.unknown(names)
    : matrixTexts.pair.known(names, shareInWords(measure, value), shared);
}

/** Why a pair has no value. */
export function reasonInWords({ shared }: Pair, minimum: number): string {
  if (shared === 0) return texts.noValue.NO_SHARED_EVIDENCE;
  return shared < minimum ? matrixTexts.pair.tooFew(shared, minimum) : matrixTexts.pair.noValue;
}
