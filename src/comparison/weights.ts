import type { Keep } from '#agreement/in-force.ts';
import { matrixAt } from '#agreement/matrix-at.ts';
import type { Policy } from '#agreement/policy.ts';
import type { Point } from '#agreement/stance-columns.ts';
import { isHeld, type Selection, type StanceMatrix, WEIGHTLESS } from '#agreement/stance-matrix.ts';
import { bases, basisIn } from '#snapshot/closed-sets.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';

/** The bases that a policy weighs 0. */
export type Weights = Pick<Policy, 'weightlessBases'>;

/** Whether a policy counts the basis of the stance at a row index. */
export function weighs({ stances }: Snapshot, { weightlessBases }: Weights): Keep {
  return (stanceRow) => !weightlessBases.includes(bases[basisIn(stances.traits[stanceRow] as number)] as string);
}

/** Who holds which position at a point, with the positions marked whose bases weigh 0. */
export function weighedMatrix(snapshot: Snapshot, selection: Selection, point: Point, weights: Weights): StanceMatrix {
  const { stances, absences } = snapshot;
  const { matrix } = matrixAt(stances, absences, selection, point);
  if (weights.weightlessBases.length === 0) return matrix;
  const counts = weighs(snapshot, weights);
  const keep = (stanceRow: number) => selection.keep(stanceRow) && counts(stanceRow);
  const counted = matrixAt(stances, absences, { ...selection, keep }, point).matrix.cells;
  const cells = matrix.cells.map((cell, at) => (isHeld(cell) && !isHeld(counted[at] as number) ? WEIGHTLESS : cell));
  return { ...matrix, cells };
}
