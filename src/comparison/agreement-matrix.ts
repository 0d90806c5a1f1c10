import { pairValue, visitPairs } from '#agreement/agreement.ts';
import type { VisitPair } from '#agreement/contingency.ts';
import { countsAbsences } from '#agreement/measures/measure.ts';
import type { Party } from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Comparison } from './comparison.ts';

/** Every party with every party, in the order of the comparison's parties. Symmetric; on the diagonal a party with itself. */
export interface AgreementMatrix {
  readonly comparison: Comparison;
  readonly values: readonly (readonly (number | null)[])[];
  readonly shared: readonly (readonly number[])[];
}

/** The values of all pairs under the comparison's policy; null where a pair has none. */
export const agreementMatrix = oncePer((comparison: Comparison): AgreementMatrix => {
  const { policied, policy } = comparison;
  const values = squareOf<number | null>(policied.rows, null);
  const shared = squareOf(policied.rows, 0);
  const visit: VisitPair = (a, b, table) => {
    setBoth(values, a, b, pairValue(table, policy.measure, policy.minimumShared).value);
    setBoth(shared, a, b, table.total);
  };
  visitPairs(policied, visit, countsAbsences(policy.measure));
  return { comparison, values, shared };
});

/** Rows and columns of one value. */
export const squareOf = <Value>(size: number, value: Value): Value[][] =>
  Array.from({ length: size }, () => new Array<Value>(size).fill(value));

/** Sets a value of a pair and of the same pair the other way round. */
export function setBoth<Value>(square: Value[][], a: number, b: number, value: Value): void {
  (square[a] as Value[])[b] = value;
  (square[b] as Value[])[a] = value;
}

/** Two parties of a comparison, which are its rows `a` and `b`. */
export interface PartyPair {
  readonly comparison: Comparison;
  readonly a: number;
  readonly b: number;
  readonly party: Party;
  readonly other: Party;
  /** Null when the pair has none. */
  readonly value: number | null;
  readonly shared: number;
}

/** Each pair of a matrix once, in the order of its parties. */
export const matrixPairs = ({ comparison, values, shared }: AgreementMatrix): PartyPair[] =>
  comparison.parties.flatMap((party, a) =>
    comparison.parties.slice(a + 1).map((other, after) => {
      const b = a + 1 + after;
      return { comparison, a, b, party, other, value: values[a]?.[b] ?? null, shared: shared[a]?.[b] ?? 0 };
    }),
  );
