import { isWorthBits, pairValue, visitTablesOf } from '#agreement/agreement.ts';
import { bitsetsOf } from '#agreement/bitsets.ts';
import type { VisitPair } from '#agreement/contingency.ts';
import { countsAbsences } from '#agreement/measures/measure.ts';
import type { Party } from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { PartyPair } from './agreement-matrix.ts';
import type { Comparison } from './comparison.ts';

/** A pair that has a value. */
export type Neighbour = PartyPair & { readonly value: number };

/** The bits of a large comparison, made once: neighbours of one party after another are asked for. */
const bitsIn = oncePer(({ policied, policy }: Comparison) =>
  isWorthBits(policied) ? bitsetsOf(policied, countsAbsences(policy.measure)) : null,
);

/**
 * The pairs of one party of a comparison with each of the others with which it has a value, pair by pair for every measure: those with the highest value
 * first, or the lowest; of equal ones that with more shared propositions, then by key.
 */
export function neighboursOf(comparison: Comparison, party: Party, first: 'HIGHEST' | 'LOWEST'): Neighbour[] {
  const { policied, parties, policy } = comparison;
  const own = parties.findIndex(({ ordinal }) => ordinal === party.ordinal);
  const neighbours: Neighbour[] = [];
  const visit: VisitPair = (_own, row, table) => {
    if (row === own) return;
    const { value } = pairValue(table, policy.measure, policy.minimumShared);
    if (value === null) return;
    const other = parties[row] as Party; // a row of the comparison
    neighbours.push({ comparison, a: own, b: row, party, other, value, shared: table.total });
  };
  visitTablesOf(policied, own, visit, bitsIn(comparison));
  const sign = first === 'HIGHEST' ? 1 : -1;
  return neighbours.sort(
    (a, b) => sign * (b.value - a.value) || b.shared - a.shared || (a.other.key < b.other.key ? -1 : 1),
  );
}
