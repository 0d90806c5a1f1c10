import { NONE } from '#agreement/in-force.ts';
import { lastConfirmed } from '#agreement/last-confirmed.ts';
import { ABSENT, isHeld } from '#agreement/stance-matrix.ts';
import { type Issue, type Party, type Proposition, rowAt } from '#snapshot/catalogue.ts';
import { type Basis, bases, basisIn } from '#snapshot/closed-sets.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { issuesOf } from '../look-up.ts';
import type { Scope } from '../scope.ts';
import { type PositionsKnown, positionsKnown } from './positions-known.ts';

/** How much is known, by party and issue. */
export interface Coverage extends PositionsKnown {
  readonly cells: readonly CoverageCell[];
  /** Over all parties and propositions; one that is about several issues counts once. */
  readonly total: PositionCounts;
}

export interface PositionCounts {
  readonly held: number;
  readonly absent: number;
  readonly unknown: number;
}

/** What is known of one party on the propositions about one issue; without an issue, on those that are about none. */
export interface CoverageCell extends PositionCounts {
  readonly party: Party;
  readonly issue: Issue | null;
  readonly propositions: number;
  /** Days on which the stance that was confirmed last, and that which was not confirmed for longest, was; null where none is held. */
  readonly latest: number | null;
  readonly oldest: number | null;
  /** Of the stances held, those bases that there are: the most frequent first, then by name. */
  readonly bases: readonly BasisCount[];
  /** The propositions on which no position is held, in the order of the scope. */
  without(): readonly WithoutPosition[];
}

export interface BasisCount {
  readonly basis: Basis;
  readonly count: number;
  /** Of the stances held. */
  readonly share: number;
}

export interface WithoutPosition {
  readonly proposition: Proposition;
  readonly state: 'ABSENT' | 'UNKNOWN';
}

/**
 * The coverage of parties over a scope: a cell for each party and each issue that is named, else for each that a proposition in scope is about, by key, and
 * last for the propositions about none. The snapshot is as known at the scope's revision.
 */
export function coverageOf(
  snapshot: Snapshot,
  parties: readonly Party[],
  issues: readonly Issue[] | null,
  scope: Scope,
): Coverage {
  const known = positionsKnown(snapshot, parties, scope);
  const columnsOf = byIssue(known, issues);
  const cells = parties.flatMap((party, row) =>
    columnsOf.map(([issue, columns]) => cellOf(known, { party, row, issue, columns })),
  );
  return { ...known, cells, total: countsOf(known.matrix.cells) };
}

/** The columns about each issue. */
function byIssue({ snapshot, propositions, scope }: PositionsKnown, wanted: readonly Issue[] | null) {
  const found = new Map<Issue | null, number[]>(wanted?.map((issue) => [rowAt(snapshot.issues, issue.ordinal), []]));
  for (const [column, ordinal] of propositions.entries()) {
    const about = issuesOf(snapshot, ordinal, scope.asKnownAt);
    for (const issue of about.length === 0 ? [null] : about) {
      const columns = found.get(issue);
      if (columns !== undefined) columns.push(column);
      else if (wanted === null && isInScope(issue, scope)) found.set(issue, [column]);
    }
  }
  return [...found].sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : a.key < b.key ? -1 : 1));
}

/** A proposition that is about an issue in scope may be about others, too. */
const isInScope = (issue: Issue | null, { issues }: Scope) =>
  issues === undefined || issues.some(({ ordinal }) => ordinal === issue?.ordinal);

interface Place {
  readonly party: Party;
  readonly row: number;
  readonly issue: Issue | null;
  readonly columns: readonly number[];
}

function cellOf(
  { snapshot, propositions, matrix, stanceRows, scope }: PositionsKnown,
  { party, row, issue, columns }: Place,
): CoverageCell {
  const start = row * propositions.length;
  const states = columns.map((column) => matrix.cells[start + column] as number);
  const held = columns.map((column) => stanceRows[start + column] as number).filter((stanceRow) => stanceRow !== NONE);
  const days = held.map((stanceRow) => lastConfirmed(snapshot.stances, stanceRow, scope.asKnownAt));
  return {
    party,
    issue,
    propositions: columns.length,
    ...countsOf(states),
    latest: days.length === 0 ? null : days.reduce((a, b) => Math.max(a, b)),
    oldest: days.length === 0 ? null : days.reduce((a, b) => Math.min(a, b)),
    bases: basesOf(snapshot, held),
    without: () =>
      columns.flatMap((column, index) => {
        const state = states[index] as number;
        if (isHeld(state)) return [];
        const proposition = rowAt(snapshot.propositions, propositions[column] as number);
        return [{ proposition, state: state === ABSENT ? ('ABSENT' as const) : ('UNKNOWN' as const) }];
      }),
  };
}

function countsOf(states: ArrayLike<number>): PositionCounts {
  let [held, absent] = [0, 0];
  for (let index = 0; index < states.length; index++) {
    if (isHeld(states[index] as number)) held++;
    else if (states[index] === ABSENT) absent++;
  }
  return { held, absent, unknown: states.length - held - absent };
}

function basesOf({ stances }: Snapshot, held: readonly number[]): BasisCount[] {
  const counts = new Map<Basis, number>();
  for (const stanceRow of held) {
    const basis = bases[basisIn(stances.traits[stanceRow] as number)] as Basis;
    counts.set(basis, (counts.get(basis) ?? 0) + 1);
  }
  return Array.from(counts, ([basis, count]) => ({ basis, count, share: count / held.length })).sort(
    (a, b) => b.count - a.count || (a.basis < b.basis ? -1 : 1),
  );
}
