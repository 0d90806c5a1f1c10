import { NONE, selectParties } from '#agreement/in-force.ts';
import { matrixAt, mostPlaces } from '#agreement/matrix-at.ts';
import { defaultPolicy, type Policy } from '#agreement/policy.ts';
import { emptyMatrix, type StanceMatrix } from '#agreement/stance-matrix.ts';
import { type Party, rowAt } from '#snapshot/catalogue.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { absenceFits, propositionsInScope, type Scope, stanceFits } from '../scope.ts';

/** What is recorded of parties on every proposition in scope, those included on which nobody says anything. */
export interface PositionsKnown {
  /** As known at the scope's revision. */
  readonly snapshot: Snapshot;
  readonly parties: readonly Party[];
  readonly scope: Scope;
  readonly policy: Policy;
  /** Ordinals: the columns. */
  readonly propositions: readonly number[];
  /** Positions, ABSENT or UNKNOWN. */
  readonly matrix: StanceMatrix;
  /** Row index in the columns of the stance in each cell, like the matrix; NONE without one. */
  readonly stanceRows: Int32Array;
}

/** What a bloc has is what is recorded for the bloc itself: what its members hold is theirs. */
const recorded: Policy = { ...defaultPolicy, blocs: 'RECORDED' };

/** What is recorded in a scope. The snapshot is as known at the scope's revision. */
export function positionsKnown(snapshot: Snapshot, parties: readonly Party[], scope: Scope): PositionsKnown {
  const point = { day: scope.asOf, revision: scope.asKnownAt };
  const propositions = propositionsInScope(snapshot, scope).filter(
    (ordinal) => !rowAt(snapshot.propositions, ordinal).retired,
  );
  const ordinals = parties.map(({ ordinal }) => ordinal);
  const selected = {
    parties: selectParties(ordinals, snapshot.parties.list.length),
    keep: stanceFits(snapshot, scope),
    keepAbsence: absenceFits(snapshot, scope),
  };
  const matrix = emptyMatrix(parties.length, propositions.length);
  const stanceRows = new Int32Array(matrix.cells.length).fill(NONE);
  // A few at a time, because the row indexes of the stances are kept of small matrices alone.
  const step = Math.max(1, Math.floor(mostPlaces / parties.length));
  for (let first = 0; first < propositions.length; first += step) {
    const some = propositions.slice(first, first + step);
    const part = matrixAt(snapshot.stances, snapshot.absences, { ...selected, propositions: some }, point);
    for (let row = 0; row < parties.length; row++) {
      const [from, to] = [row * some.length, row * propositions.length + first];
      matrix.cells.set(part.matrix.cells.subarray(from, from + some.length), to);
      if (part.stanceRows !== null) stanceRows.set(part.stanceRows.subarray(from, from + some.length), to);
    }
  }
  return { snapshot, parties, scope, policy: recorded, propositions, matrix, stanceRows };
}
