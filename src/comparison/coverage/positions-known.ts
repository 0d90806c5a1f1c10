import { NONE, selectParties } from '#agreement/in-force.ts';
import { matrixAt } from '#agreement/matrix-at.ts';
import { defaultPolicy, type Policy } from '#agreement/policy.ts';
import { emptyMatrix, type StanceMatrix } from '#agreement/stance-matrix.ts';
import { type Party, rowAt } from '#snapshot/catalogue.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { absenceFits, stanceFits } from '../comparison.ts';
import { propositionsInScope, type Scope } from '../scope.ts';

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
  for (const [column, proposition] of propositions.entries()) {
    // One at a time, because the row indexes of the stances are kept of small matrices alone.
    const selection = { ...selected, propositions: [proposition] };
    const one = matrixAt(snapshot.stances, snapshot.absences, selection, point);
    for (let row = 0, cell = column; row < parties.length; row++, cell += propositions.length) {
      matrix.cells[cell] = one.matrix.cells[row] as number;
      stanceRows[cell] = one.stanceRows?.[row] ?? NONE;
    }
  }
  return { snapshot, parties, scope, policy: recorded, propositions, matrix, stanceRows };
}
