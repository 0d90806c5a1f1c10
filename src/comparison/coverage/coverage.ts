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

/** What is known of one party on the propositions about one issue; without an issue, on those that are about none. Days and bases are looked for only where they are asked for. */
export class CoverageCell implements PositionCounts {
  readonly party: Party;
  readonly issue: Issue | null;
  readonly held: number;
  readonly absent: number;
  readonly #known: PositionsKnown;
  /** Index of the first cell of the party. */
  readonly #start: number;
  readonly #columns: readonly number[];
  #days: ReturnType<typeof daysOf> | null = null;

  constructor(known: PositionsKnown, { party, row, issue, columns }: CellOf) {
    this.party = party;
    this.issue = issue;
    this.#known = known;
    this.#start = row * known.propositions.length;
    this.#columns = columns;
    let [held, absent] = [0, 0];
    for (const column of columns) {
      const state = this.#stateOn(column);
      if (isHeld(state)) held++;
      else if (state === ABSENT) absent++;
    }
    this.held = held;
    this.absent = absent;
  }

  get propositions(): number {
    return this.#columns.length;
  }

  get unknown(): number {
    return this.propositions - this.held - this.absent;
  }

  /** The day on which the stance that was confirmed last was; null where none is held. */
  get latest(): number | null {
    return this.#daysOnce().latest;
  }

  /** The day on which the stance that was not confirmed for longest was; null where none is held. */
  get oldest(): number | null {
    return this.#daysOnce().oldest;
  }

  /** Of the stances held, those bases that there are: the most frequent first, then by name. */
  get bases(): readonly BasisCount[] {
    return basesOf(this.#known, this.#start, this.#columns);
  }

  /** The propositions on which no position is held, in the order of the scope. */
  get without(): readonly WithoutPosition[] {
    const { snapshot, propositions } = this.#known;
    return this.#columns.flatMap((column) => {
      const state = this.#stateOn(column);
      if (isHeld(state)) return [];
      const proposition = rowAt(snapshot.propositions, propositions[column] as number);
      return [{ proposition, state: state === ABSENT ? ('ABSENT' as const) : ('UNKNOWN' as const) }];
    });
  }

  #stateOn(column: number): number {
    return this.#known.matrix.cells[this.#start + column] as number;
  }

  #daysOnce() {
    this.#days ??= daysOf(this.#known, this.#start, this.#columns);
    return this.#days;
  }
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
    columnsOf.map(([issue, columns]) => new CoverageCell(known, { party, row, issue, columns })),
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

/** Which cell it is. */
interface CellOf {
  readonly party: Party;
  /** Row index of the party. */
  readonly row: number;
  readonly issue: Issue | null;
  readonly columns: readonly number[];
}

/** The last and the first of the days on which the stances held by a party on some columns were last confirmed. */
function daysOf({ snapshot, stanceRows, scope }: PositionsKnown, start: number, columns: readonly number[]) {
  let latest: number | null = null;
  let oldest: number | null = null;
  for (const column of columns) {
    const stanceRow = stanceRows[start + column] as number;
    if (stanceRow === NONE) continue;
    const day = lastConfirmed(snapshot.stances, stanceRow, scope.asKnownAt);
    if (latest === null || day > latest) latest = day;
    if (oldest === null || day < oldest) oldest = day;
  }
  return { latest, oldest };
}

function countsOf(states: ArrayLike<number>): PositionCounts {
  let [held, absent] = [0, 0];
  for (let index = 0; index < states.length; index++) {
    if (isHeld(states[index] as number)) held++;
    else if (states[index] === ABSENT) absent++;
  }
  return { held, absent, unknown: states.length - held - absent };
}

function basesOf({ snapshot, stanceRows }: PositionsKnown, start: number, columns: readonly number[]): BasisCount[] {
  const counts = new Uint32Array(bases.length);
  let held = 0;
  for (const column of columns) {
    const stanceRow = stanceRows[start + column] as number;
    if (stanceRow === NONE) continue;
    const basis = basisIn(snapshot.stances.traits[stanceRow] as number);
    counts[basis] = (counts[basis] as number) + 1;
    held++;
  }
  return bases
    .map((basis, place) => ({ basis, count: counts[place] as number, share: (counts[place] as number) / held }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.basis < b.basis ? -1 : 1));
}
