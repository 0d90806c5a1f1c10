import { inForceOn, NONE, selectParties } from '#agreement/in-force.ts';
import type { Party, Snapshot } from '../snapshot/snapshot.ts';
import { propositionsInScope } from './propositions-in-scope.ts';
import type { Scope } from './scope.ts';
import { stanceFits } from './stance-fits.ts';

/** The countries that hold a position in a scope, in the order of their keys. */
export function partiesInScope(snapshot: Snapshot, scope: Scope): Party[] {
  const countries = snapshot.parties.list
    .filter(({ kind, retired }) => kind === 'COUNTRY' && !retired)
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const selection = selectParties(
    countries.map(({ ordinal }) => ordinal),
    snapshot.parties.list.length,
  );
  const point = { day: scope.asOf, revision: scope.asKnownAt };
  const keep = stanceFits(snapshot, scope);
  const holds = new Uint8Array(countries.length);
  for (const proposition of propositionsInScope(snapshot, scope)) {
    inForceOn(snapshot.stances, proposition, selection, point, keep).forEach((place, row) => {
      if (place !== NONE) holds[row] = 1;
    });
  }
  return countries.filter((_, row) => holds[row] === 1);
}
