import { derivedCell } from '#agreement/derivation.ts';
import { NONE, neighbour, selectParties, turningDays } from '#agreement/in-force.ts';
import { allRows, tallyMembers } from '#agreement/member-tally.ts';
import type { DerivedPositions } from '#agreement/since.ts';
import { isHeld, UNKNOWN } from '#agreement/stance-matrix.ts';
import type { Proposition } from '#snapshot/catalogue.ts';
import { type BlocMembers, everMembers, membersOn } from './bloc-members.ts';
import { memberDay } from './bloc-tallies.ts';
import type { Comparison } from './comparison.ts';
import { standingsOf } from './derivation-receipt.ts';

/**
 * What the blocs of a comparison hold on a proposition from day to day, by their members of each day; on a roll call always by those of the day on which
 * it was tabled. Null when no positions are derived.
 */
export function derivedPositions(comparison: Comparison, { ordinal, kind }: Proposition): DerivedPositions | null {
  const { blocs, snapshot, scope, parties, policy } = comparison;
  if (blocs === null) return null;
  const membersThen = ({ confirmed }: BlocMembers, day: number) =>
    membersOn(confirmed, memberDay(snapshot, ordinal, day));
  const standingsOn = (row: number, day: number) => {
    const bloc = blocs.get(parties[row]?.ordinal ?? NONE);
    return bloc === undefined ? null : standingsOf(comparison, membersThen(bloc, day), ordinal, day);
  };
  return {
    turningDays: [
      ...turningDays(
        snapshot.stances,
        ordinal,
        selectParties(everMembers(blocs.values()), snapshot.parties.list.length),
        { day: scope.asOf, revision: scope.asKnownAt },
      ),
      ...(kind === 'CLAIM' ? membershipDays(blocs.values(), scope.asOf) : []),
    ],
    cellOn(row, day) {
      const standings = standingsOn(row, day);
      if (standings === null) return UNKNOWN;
      const tally = tallyMembers(standings.matrix, allRows(standings.matrix), Int32Array.of(day));
      return derivedCell(tally, 0, policy.derivation);
    },
    beginsRecord(row, day) {
      const bloc = blocs.get(parties[row]?.ordinal ?? NONE);
      if (bloc === undefined) return true;
      const [then, now] = [membersThen(bloc, day - 1), membersThen(bloc, day)];
      // Who came or left made the position, not what was said.
      if (then.length !== now.length || then.some((member) => !now.includes(member))) return false;
      const [before, after] = [
        standingsOf(comparison, now, ordinal, day - 1),
        standingsOf(comparison, now, ordinal, day),
      ];
      return now.every((_, member) => {
        const stanceRow = after.stanceRows[member] as number;
        const [earlier, later] = [before.matrix.cells[member] as number, after.matrix.cells[member] as number];
        if (isHeld(earlier)) return isHeld(later) && Math.sign(earlier) === Math.sign(later);
        return stanceRow === NONE || neighbour(snapshot.stances, stanceRow, scope.asKnownAt, -1) === NONE;
      });
    },
  };
}

/** The days up to one on which a membership begins or ends. */
const membershipDays = (blocs: Iterable<BlocMembers>, asOf: number): number[] =>
  Array.from(blocs, ({ confirmed }) => confirmed.flatMap(({ from, until }) => [from, until]))
    .flat()
    .filter((day) => day <= asOf);
