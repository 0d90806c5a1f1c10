import { inForceOn, keepAll, NONE, selectParties } from '#agreement/in-force.ts';
import { matrixAt } from '#agreement/matrix-at.ts';
import { eachStanceRowOn, NEVER } from '#agreement/stance-columns.ts';
import { rowAt } from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { Comparison } from './comparison.ts';
import type { CellChange, CellThen } from './comparison-changes.ts';
import { type MembersChange, membersChanges } from './members-changes.ts';

/** What one revision said of the parties on one proposition: stances and absences that it added, corrected or took back. */
export interface PositionsChange {
  readonly revision: number;
  /** Ordinal. */
  readonly proposition: number;
  /** The latest day from which any of these was held. */
  readonly day: number;
}

/** What one revision said of one proposition, or of the members of one bloc or group. */
export type LedgerChange = PositionsChange | MembersChange;

/** What a change is about. */
export type LedgerChangeKind = 'CLAIM' | 'ROLL_CALL' | 'MEMBERS';

export const isOfMembers = (change: LedgerChange): change is MembersChange => 'bloc' in change;

export const kindOf = ({ propositions }: Snapshot, change: LedgerChange): LedgerChangeKind =>
  isOfMembers(change) ? 'MEMBERS' : rowAt(propositions, change.proposition).kind;

/** The key of the proposition, or of the bloc or group. */
export const keyOfChange = ({ parties, propositions }: Snapshot, change: LedgerChange): string =>
  isOfMembers(change) ? rowAt(parties, change.bloc).key : rowAt(propositions, change.proposition).key;

/** The latest day first, then by key. */
export const inOrderOfDays = (snapshot: Snapshot) => (a: LedgerChange, b: LedgerChange) =>
  b.day - a.day || (keyOfChange(snapshot, a) < keyOfChange(snapshot, b) ? -1 : 1);

const allChanges = oncePer((snapshot: Snapshot): readonly LedgerChange[] => {
  const { stances, absences, propositions } = snapshot;
  const known = propositions.list.length;
  const days = new Map<number, number>();
  let lastKey = NONE;
  let lastDay = 0;
  // Rows of one proposition stand together and most came in one revision, so that the last one is asked for again and again.
  const see = (revision: number, proposition: number, day: number) => {
    if (revision === NEVER) return;
    const key = revision * known + proposition;
    if (key === lastKey && day <= lastDay) return;
    const latest = Math.max(day, days.get(key) ?? day);
    days.set(key, latest);
    [lastKey, lastDay] = [key, latest];
  };
  for (const column of ['addedIn', 'retiredIn'] as const) {
    for (let row = 0; row < stances.length; row++)
      see(stances[column][row] as number, stances.proposition[row] as number, stances.heldFrom[row] as number);
    for (let proposition = 0; proposition < known; proposition++) {
      const end = absences.start[proposition + 1] as number;
      for (let row = absences.start[proposition] as number; row < end; row++)
        see(absences[column][row] as number, proposition, absences.day[row] as number);
    }
  }
  const ofPositions = Array.from(
    days,
    ([key, day]): LedgerChange => ({
      revision: Math.floor(key / known),
      proposition: key % known,
      day,
    }),
  );
  const byDay = inOrderOfDays(snapshot);
  return [...ofPositions, ...membersChanges(snapshot)].sort((a, b) => b.revision - a.revision || byDay(a, b));
});

/** Which changes: of these kinds, said by revisions after `since`, up to `until`. */
export interface ChangesQuestion {
  readonly since: number;
  readonly until: number;
  /** Null: of all kinds. */
  readonly kinds: readonly LedgerChangeKind[] | null;
}

/**
 * What revisions said of whom and what: one change for each of them and each proposition, bloc or group. The newest revision first; within one the latest
 * day first, then by key.
 */
export function ledgerChanges(snapshot: Snapshot, { since, until, kinds }: ChangesQuestion): readonly LedgerChange[] {
  const changes = allChanges(snapshot);
  const firstUpTo = (revision: number) => {
    const index = changes.findIndex((change) => change.revision <= revision);
    return index === -1 ? changes.length : index;
  };
  const found = changes.slice(firstUpTo(until), firstUpTo(since));
  return kinds === null ? found : found.filter((change) => kinds.includes(kindOf(snapshot, change)));
}

/** How many parties have a position or an absence of theirs added, corrected or taken back by a change. */
export const partiesChanged = (snapshot: Snapshot, { revision, proposition }: PositionsChange): number =>
  daysOfParties(snapshot, revision, proposition).size;

/** Parties and what is known of them at a revision: what of a comparison the cells of a change are read by. */
export type Standpoint = Pick<Comparison, 'parties' | 'snapshot'> & {
  readonly scope: Pick<Comparison['scope'], 'asKnownAt'>;
};

/** The same parties just before a revision and at it, and what changed for them. */
export interface ChangedCells {
  readonly before: Standpoint;
  readonly after: Standpoint;
  /** One for each of the parties, in their order: by key. */
  readonly cells: readonly CellChange[];
}

/**
 * What a change was for each party: on the latest day from which anything was held that the revision added or took back for it, as known before the revision
 * and at it. `snapshot` has the texts.
 */
export function changedCells(snapshot: Snapshot, { revision, proposition }: PositionsChange): ChangedCells {
  const dayOf = daysOfParties(snapshot, revision, proposition);
  const parties = Array.from(dayOf.keys(), (ordinal) => rowAt(snapshot.parties, ordinal)).sort((a, b) =>
    a.key < b.key ? -1 : 1,
  );
  const thens = [revision - 1, revision].map((known) => {
    const byDay = new Map<number, (ordinal: number) => CellThen>();
    return parties.map(({ ordinal }) => {
      const day = dayOf.get(ordinal) as number; // the parties are those that have one
      const read = byDay.get(day) ?? readerAt(snapshot, [...dayOf.keys()], proposition, { day, revision: known });
      byDay.set(day, read);
      return read(ordinal);
    });
  });
  const [before, after] = thens as [CellThen[], CellThen[]];
  const standpoint = (asKnownAt: number): Standpoint => ({ parties, snapshot, scope: { asKnownAt } });
  return {
    before: standpoint(revision - 1),
    after: standpoint(revision),
    cells: parties.map((_, party) => ({
      party,
      before: before[party] as CellThen,
      after: after[party] as CellThen,
    })),
  };
}

/** By ordinal of the party, the latest day from which anything was held that a revision added or took back. */
function daysOfParties({ stances, absences }: Snapshot, revision: number, proposition: number): Map<number, number> {
  const days = new Map<number, number>();
  const see = (party: number, day: number) => days.set(party, Math.max(day, days.get(party) ?? day));
  eachStanceRowOn(stances, proposition, (row) => {
    if (stances.addedIn[row] === revision || stances.retiredIn[row] === revision)
      see(stances.party[row] as number, stances.heldFrom[row] as number);
  });
  const end = absences.start[proposition + 1] as number;
  for (let row = absences.start[proposition] as number; row < end; row++) {
    if (absences.addedIn[row] === revision || absences.retiredIn[row] === revision)
      see(absences.party[row] as number, absences.day[row] as number);
  }
  return days;
}

/** Reads what parties held on a proposition at a point. */
function readerAt(
  { parties, stances, absences }: Snapshot,
  ordinals: readonly number[],
  proposition: number,
  point: { readonly day: number; readonly revision: number },
): (ordinal: number) => CellThen {
  const selected = selectParties(ordinals, parties.list.length);
  const selection = { parties: selected, propositions: [proposition], keep: keepAll, keepAbsence: () => true };
  const { matrix, stanceRows } = matrixAt(stances, absences, selection, point);
  const byRow = stanceRows ?? inForceOn(stances, proposition, selected, point, keepAll);
  return (ordinal) => {
    const row = selected.rowOf[ordinal] as number;
    const stanceRow = byRow[row] as number;
    return {
      cell: matrix.cells[row] as number,
      stanceRow: stanceRow === NONE ? null : stanceRow,
      derivation: () => null,
    };
  };
}
