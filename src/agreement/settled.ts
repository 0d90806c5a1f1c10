import { NEVER, type Settled, type StanceColumns } from './stance-columns.ts';

type Dated = Pick<StanceColumns, 'start' | 'heldFrom' | 'heldUntil' | 'addedIn' | 'retiredIn'>;

/** When the propositions of columns are settled. */
export function settledOf({ start, heldFrom, heldUntil, addedIn, retiredIn }: Dated): Settled {
  const day = new Int32Array(start.length - 1).fill(-NEVER);
  const revision = new Int32Array(day.length);
  for (let proposition = 0; proposition < day.length; proposition++) {
    let latestDay = -NEVER;
    let latestRevision = 0;
    const end = start[proposition + 1] as number;
    for (let stanceRow = start[proposition] as number; stanceRow < end; stanceRow++) {
      const begins = heldUntil[stanceRow] === NEVER ? (heldFrom[stanceRow] as number) : NEVER;
      const known = retiredIn[stanceRow] === NEVER ? (addedIn[stanceRow] as number) : NEVER;
      if (begins > latestDay) latestDay = begins;
      if (known > latestRevision) latestRevision = known;
    }
    day[proposition] = latestDay;
    revision[proposition] = latestRevision;
  }
  return { day, revision };
}

/** The same for so many propositions, of which the new ones have no sorted stances yet. */
export function extendedSettled(settled: Settled, propositions: number): Settled {
  if (settled.day.length === propositions) return settled;
  const day = new Int32Array(propositions).fill(-NEVER);
  const revision = new Int32Array(propositions);
  day.set(settled.day);
  revision.set(settled.revision);
  return { day, revision };
}

/** The same after stances on some propositions were retired. */
export function unsettled(settled: Settled, propositions: Iterable<number>): Settled {
  const revision = settled.revision.slice();
  for (const proposition of propositions) revision[proposition] = NEVER;
  return { ...settled, revision };
}
