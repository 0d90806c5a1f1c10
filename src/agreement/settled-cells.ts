import { NONE, type PartySelection } from './in-force.ts';
import { RowsElsewhere } from './rows-elsewhere.ts';
import { type AbsenceColumns, NEVER, type Point, type Settled, type StanceColumns } from './stance-columns.ts';
import { ABSENT, type StanceMatrix, UNKNOWN } from './stance-matrix.ts';

/**
 * What every party holds on every proposition once it is settled, party by party: a comparison over thousands of propositions copies the cells of its
 * parties instead of visiting a million stances. A proposition that is not settled at the point queried, or was added to, has to be looked at otherwise.
 */
export interface SettledCells {
  /** By ordinal; those that have come since have no cells here. */
  readonly parties: number;
  readonly propositions: number;
  /** `cells[party * propositions + proposition]`: as in a `StanceMatrix`. */
  readonly cells: Int8Array;
  /** When the recorded absences on each proposition are settled. */
  readonly absences: Settled;
}

type Sorted = Pick<StanceColumns, 'start' | 'party' | 'position'>;

/** The cells of so many parties, by the sorted stances and the absences. */
export function settledCellsOf(
  { start, party, position }: Sorted,
  absences: AbsenceColumns,
  parties: number,
): SettledCells {
  const propositions = Math.min(start.length, absences.start.length) - 1;
  const cells = new Int8Array(parties * propositions).fill(UNKNOWN);
  for (let proposition = 0; proposition < propositions; proposition++) {
    const end = start[proposition + 1] as number;
    // The stances of one party stand together, the latest last.
    for (let row = start[proposition] as number; row < end; row++)
      cells[(party[row] as number) * propositions + proposition] = position[row] as number;
    const last = absences.start[proposition + 1] as number;
    for (let row = absences.start[proposition] as number; row < last; row++) {
      const cell = (absences.party[row] as number) * propositions + proposition;
      if (cells[cell] === UNKNOWN) cells[cell] = ABSENT;
    }
  }
  return { parties, propositions, cells, absences: settledAbsences(absences, propositions) };
}

function settledAbsences({ start, day, addedIn, retiredIn }: AbsenceColumns, propositions: number): Settled {
  const settled = { day: new Int32Array(propositions).fill(-NEVER), revision: new Int32Array(propositions) };
  for (let proposition = 0; proposition < propositions; proposition++) {
    for (let row = start[proposition] as number; row < (start[proposition + 1] as number); row++) {
      const known = retiredIn[row] === NEVER ? (addedIn[row] as number) : NEVER;
      settled.day[proposition] = Math.max(settled.day[proposition] as number, day[row] as number);
      settled.revision[proposition] = Math.max(settled.revision[proposition] as number, known);
    }
  }
  return settled;
}

const isBy = ({ day, revision }: Settled, proposition: number, point: Point): boolean =>
  (day[proposition] as number) <= point.day && (revision[proposition] as number) <= point.revision;

/** Whether the settled cells of a proposition say what is held on it at a point. */
const areCellsOf = (
  settled: SettledCells,
  stances: Pick<StanceColumns, 'settled' | 'tail'>,
  proposition: number,
  point: Point,
): boolean =>
  proposition < settled.propositions &&
  isBy(stances.settled, proposition, point) &&
  isBy(settled.absences, proposition, point) &&
  !stances.tail.has(proposition);

/** Columns that stand side by side in both, from which on they are copied together. */
const worthRun = 16;

/** The matrix where all of it is settled and its propositions follow one another: the settled cells themselves. Null elsewhere. */
export function settledMatrix(
  settled: SettledCells,
  stances: Pick<StanceColumns, 'settled' | 'tail'>,
  { ordinals, rowOf }: PartySelection,
  propositions: ArrayLike<number>,
  point: Point,
): StanceMatrix | null {
  const [run] = placesOf(settled, stances, propositions, point).runs;
  if (run?.length !== propositions.length || ordinals.some((party) => !hasCells(settled, party, rowOf))) return null;
  const views = ordinals.map((party) => {
    const from = party * settled.propositions + run.proposition;
    return settled.cells.subarray(from, from + run.length);
  });
  return new RowsElsewhere(views, run.length);
}

/** Whether a selected party has cells here: one that has come since does not, and what is recorded for a bloc may be passed over. */
const hasCells = ({ parties }: SettledCells, party: number, rowOf: Int32Array): boolean =>
  party < parties && rowOf[party] !== NONE;

/** Copies what is settled into a matrix in which nothing is known yet. Gives the columns that are not, ascending. */
export function copySettled(
  settled: SettledCells,
  stances: Pick<StanceColumns, 'settled' | 'tail'>,
  { ordinals, rowOf }: PartySelection,
  propositions: ArrayLike<number>,
  point: Point,
  { cells, columns }: StanceMatrix,
): readonly number[] {
  const { runs, scattered, others } = placesOf(settled, stances, propositions, point);
  for (const [row, party] of ordinals.entries()) {
    if (!hasCells(settled, party, rowOf)) continue;
    const from = party * settled.propositions;
    const to = row * columns;
    for (const { column, proposition, length } of runs)
      cells.set(settled.cells.subarray(from + proposition, from + proposition + length), to + column);
    for (const column of scattered)
      cells[to + column] = settled.cells[from + (propositions[column] as number)] as number;
  }
  return others;
}

/** Which of the columns are copied, and how. */
interface Places extends Columns {
  /** Columns that are not settled, ascending. */
  readonly others: readonly number[];
}

interface Found {
  readonly settled: SettledCells;
  readonly stances: Pick<StanceColumns, 'settled' | 'tail'>;
  readonly point: Point;
  readonly places: Places;
}

// By the list of propositions, which a snapshot keeps for the scopes that are asked about often, whoever is compared in them.
const latest = new WeakMap<ArrayLike<number>, Found>();

function placesOf(
  settled: SettledCells,
  stances: Pick<StanceColumns, 'settled' | 'tail'>,
  propositions: ArrayLike<number>,
  point: Point,
): Places {
  const before = latest.get(propositions);
  if (
    before?.settled === settled &&
    before.stances.settled === stances.settled &&
    before.stances.tail === stances.tail &&
    before.point.day === point.day &&
    before.point.revision === point.revision
  )
    return before.places;
  const others: number[] = [];
  const copied: number[] = [];
  for (let column = 0; column < propositions.length; column++)
    (areCellsOf(settled, stances, propositions[column] as number, point) ? copied : others).push(column);
  const places = { ...runsOf(copied, propositions), others };
  latest.set(propositions, { settled, stances, point, places });
  return places;
}

interface Run {
  readonly column: number;
  readonly proposition: number;
  readonly length: number;
}

/** Columns whose propositions follow one another, if there are enough of them, and all the others. */
interface Columns {
  readonly runs: readonly Run[];
  readonly scattered: readonly number[];
}

function runsOf(chosen: readonly number[], propositions: ArrayLike<number>): Columns {
  const runs: Run[] = [];
  const scattered: number[] = [];
  for (let start = 0, end = 0; start < chosen.length; start = end) {
    const column = chosen[start] as number;
    const proposition = propositions[column] as number;
    const isNext = (index: number) =>
      chosen[index] === column + index - start && propositions[column + index - start] === proposition + index - start;
    for (end = start + 1; end < chosen.length && isNext(end); ) end++;
    if (end - start >= worthRun) runs.push({ column, proposition, length: end - start });
    else for (let index = start; index < end; index++) scattered.push(chosen[index] as number);
  }
  return { runs, scattered };
}
