import { type Derivation, isDissent, meanAt } from '#agreement/derivation.ts';
import { inForceOn, NONE, selectParties } from '#agreement/in-force.ts';
import { matrixAt } from '#agreement/matrix-at.ts';
import { allRows, countsAt, type MemberCounts, tallyMembers } from '#agreement/member-tally.ts';
import { cellAt, isHeld, WEIGHTLESS } from '#agreement/stance-matrix.ts';
import { type Party, rowAt } from '#snapshot/catalogue.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { type BlocMembers, membersOn } from './bloc-members.ts';
import { memberDay } from './bloc-tallies.ts';
import { type Comparison, stanceRowsIn } from './comparison.ts';
import { weighs } from './weights.ts';

/** What one member holds. */
export interface MemberStanding {
  readonly party: Party;
  /** Half steps, ABSENT or UNKNOWN. */
  readonly cell: number;
  /** Row index of the stance, or null. */
  readonly stanceRow: number | null;
  /** Whether the member holds a position that counts: the policy may weigh its basis 0. */
  readonly isCounted: boolean;
}

/** What the position of a bloc on one proposition was derived from. */
export interface DerivationReceipt {
  /** What the stances of the members are rows of, and the revision at which they are known. */
  readonly snapshot: Snapshot;
  readonly revision: number;
  readonly derivation: Derivation;
  /** The day whose members count. */
  readonly day: number;
  readonly counts: MemberCounts;
  /** Mean position of the members that hold one, -1 to 1; null when none does. */
  readonly mean: number | null;
  /** All members of the day, by key. */
  readonly members: readonly MemberStanding[];
  /** Those that hold a position which is not on the side of the bloc's. */
  readonly dissenters: readonly MemberStanding[];
  /** Parties of which reports differ whether they were members that day, by key. They do not count. */
  readonly unclear: readonly Party[];
}

/** What the cell of a bloc was derived from; null for a country, and for a bloc with a stance of its own. */
export function derivationOf(comparison: Comparison, column: number, row: number): DerivationReceipt | null {
  const members = comparison.blocs?.get(comparison.parties[row]?.ordinal ?? NONE);
  if (members === undefined || stanceRowsIn(comparison, column)[row] !== NONE) return null;
  const { snapshot, propositions, matrix, policy, scope } = comparison;
  const proposition = propositions[column] as number;
  const day = memberDay(snapshot, proposition, scope.asOf);
  const cell = cellAt(matrix, row, column);
  return receiptOf(comparison, members, proposition, day, cell, policy.derivation);
}

function receiptOf(
  comparison: Comparison,
  { confirmed, unclear }: BlocMembers,
  proposition: number,
  day: number,
  cell: number,
  derivation: Derivation,
): DerivationReceipt {
  const { snapshot } = comparison;
  const partiesOn = (memberships: BlocMembers['confirmed']) =>
    membersOn(memberships, day)
      .map((ordinal) => rowAt(snapshot.parties, ordinal))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
  const parties = partiesOn(confirmed);
  const { held, matrix, stanceRows } = standingsOf(
    comparison,
    parties.map(({ ordinal }) => ordinal),
    proposition,
  );
  const tally = tallyMembers(matrix, allRows(matrix), Int32Array.of(day));
  const members = parties.map((party, row) => ({
    party,
    cell: held[row] as number,
    stanceRow: stanceRows[row] === NONE ? null : (stanceRows[row] as number),
    isCounted: isHeld(matrix.cells[row] as number),
  }));
  return {
    snapshot,
    revision: comparison.scope.asKnownAt,
    derivation,
    day,
    counts: countsAt(tally, 0),
    mean: meanAt(tally, 0),
    members,
    dissenters: members.filter((member) => member.isCounted && isDissent(member.cell, cell)),
    unclear: partiesOn(unclear),
  };
}

/**
 * What parties hold on a proposition at a comparison's point, or on another day: the cells, the same as a matrix of one column in which positions are
 * marked whose bases weigh 0, and their stances.
 */
export function standingsOf(
  { snapshot, selection, scope, policy }: Comparison,
  ordinals: readonly number[],
  proposition: number,
  day: number = scope.asOf,
) {
  const parties = selectParties(ordinals, snapshot.parties.list.length);
  const { keep, keepAbsence } = selection;
  const { stances, absences } = snapshot;
  const point = { day, revision: scope.asKnownAt };
  const { matrix, stanceRows } = matrixAt(
    stances,
    absences,
    { parties, propositions: [proposition], keep, keepAbsence },
    point,
  );
  const found = stanceRows ?? inForceOn(stances, proposition, parties, point, keep);
  const counts = weighs(snapshot, policy);
  const cells = matrix.cells.map((cell, row) => (isHeld(cell) && !counts(found[row] as number) ? WEIGHTLESS : cell));
  return { held: matrix.cells, matrix: { ...matrix, cells }, stanceRows: found };
}

/** Row indexes of the stances that a cell rests on: the party's own, or those of a bloc's members; empty when there are none. */
export function stanceRowsBehind(comparison: Comparison, column: number, row: number): readonly number[] {
  const own = stanceRowsIn(comparison, column)[row] as number;
  return own !== NONE ? [own] : memberStanceRows(derivationOf(comparison, column, row));
}

/** Row indexes of the stances that a position was derived from. */
export const memberStanceRows = (receipt: DerivationReceipt | null): number[] =>
  (receipt?.members ?? []).flatMap(({ stanceRow, isCounted }) => (stanceRow === null || !isCounted ? [] : [stanceRow]));
