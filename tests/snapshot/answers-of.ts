import { dateOf, dayOf } from '#agreement/day.ts';
import { inForceOn, inForceUntil, keepAll, NONE, neighbour, selectParties } from '#agreement/in-force.ts';
import { lastConfirmed } from '#agreement/last-confirmed.ts';
import { matrixAt } from '#agreement/matrix-at.ts';
import { isKnown, isKnownAt, NEVER } from '#agreement/stance-columns.ts';
import { ABSENT, isHeld } from '#agreement/stance-matrix.ts';
import { standingCounts } from '#comparison/counts.ts';
import { rowAt } from '#snapshot/catalogue.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';

/**
 * Who holds what on a day as known at a revision, by the matrix of everything: `X-A c-one 12 -2` for stance 12 in half steps, `X-A r-one ABSENT`
 * for a recorded absence. In order.
 */
export function held(snapshot: Snapshot, date: string, revision: number): string[] {
  const { stances, absences, parties, propositions } = snapshot;
  const all = <Row extends { readonly ordinal: number }>(rows: readonly Row[]) => rows.map(({ ordinal }) => ordinal);
  const selection = {
    parties: selectParties(all(parties.list), parties.list.length),
    propositions: all(propositions.list),
    keep: keepAll,
    keepAbsence: keepAll,
  };
  const point = { day: dayOf(date), revision };
  const { cells, columns } = matrixAt(stances, absences, selection, point).matrix;
  const stanceRows = selection.propositions.map((proposition) =>
    inForceOn(stances, proposition, selection.parties, point, keepAll),
  );
  const lines: string[] = [];
  for (const [index, cell] of cells.entries()) {
    if (cell !== ABSENT && !isHeld(cell)) continue;
    const [row, column] = [Math.floor(index / columns), index % columns];
    const where = `${parties.list[row]?.key} ${propositions.list[column]?.key}`;
    const stanceRow = stanceRows[column]?.[row] as number;
    lines.push(cell === ABSENT ? `${where} ABSENT` : `${where} ${stances.id[stanceRow]} ${cell}`);
  }
  return lines.sort();
}

/** Everything that is said of each stance known at a revision, its end and its neighbours included, by id. */
export function stancesKnown({ stances, parties, propositions }: Snapshot, revision: number) {
  const idOf = (stanceRow: number) => (stanceRow === NONE ? null : stances.id[stanceRow]);
  const known = Array.from({ length: stances.length }, (_, stanceRow) => stanceRow).filter((stanceRow) =>
    isKnown(stances, stanceRow, revision),
  );
  return known
    .map((stanceRow) => ({
      id: stances.id[stanceRow] as number,
      party: rowAt(parties, stances.party[stanceRow] as number).key,
      proposition: rowAt(propositions, stances.proposition[stanceRow] as number).key,
      position: stances.position[stanceRow],
      heldFrom: dateOf(stances.heldFrom[stanceRow] as number),
      inForceUntil: endOf(inForceUntil(stances, stanceRow, revision)),
      previous: idOf(neighbour(stances, stanceRow, revision, -1)),
      next: idOf(neighbour(stances, stanceRow, revision, 1)),
      lastConfirmed: dateOf(lastConfirmed(stances, stanceRow, revision)),
      traits: [stances.traits[stanceRow], stances.addedIn[stanceRow]],
    }))
    .sort((a, b) => a.id - b.id);
}

const endOf = (day: number) => (day === NEVER ? null : dateOf(day));

/** The catalogue as it is now, and the links known at a revision. */
export function catalogueAt(snapshot: Snapshot, revision: number) {
  const { parties, issues, propositions, propositionIssues, deeds, memberships } = snapshot;
  const known = <Row extends { readonly addedIn: number; readonly retiredIn: number }>(rows: readonly Row[]) =>
    rows.filter(({ addedIn, retiredIn }) => isKnownAt(addedIn, retiredIn, revision));
  return {
    parties: parties.list,
    issues: issues.list,
    propositions: propositions.list,
    links: known(propositionIssues).map(
      ({ proposition, issue }) => `${rowAt(propositions, proposition).key} ${rowAt(issues, issue).key}`,
    ),
    deeds: known(deeds).map(
      ({ proposition, ...deed }) => `${rowAt(propositions, proposition).key} ${JSON.stringify(deed)}`,
    ),
    members: known(memberships).map(
      ({ bloc, member, from, until }) =>
        `${rowAt(parties, member).key} in ${rowAt(parties, bloc).key} ${dateOf(from)} ${endOf(until)}`,
    ),
  };
}

/** Every answer that a snapshot gives about some days, at its own revision and each before it since one; and what stands now. */
export const answersOf = (snapshot: Snapshot, days: readonly string[], since: number) => ({
  counts: standingCounts(snapshot),
  revisions: revisionsOf(snapshot, days, since),
});

/** Every answer about some days, by revision. */
export function revisionsOf(snapshot: Snapshot, days: readonly string[], since: number) {
  return Array.from({ length: snapshot.revision - since + 1 }, (_, index) => {
    const revision = since + index;
    return {
      revision,
      held: days.map((day) => held(snapshot, day, revision)),
      stances: stancesKnown(snapshot, revision),
      catalogue: catalogueAt(snapshot, revision),
    };
  });
}
