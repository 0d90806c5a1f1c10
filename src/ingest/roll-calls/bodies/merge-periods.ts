import type { FoundMembership } from './found.ts';

/** Periods of one member in one group that overlap are one: files have one for each post, committee or term. */
export function mergePeriods(memberships: readonly FoundMembership[]): FoundMembership[] {
  const byPair = Map.groupBy(memberships, ({ group, member }) => `${group} ${member}`);
  return [...byPair.values()].flatMap((periods) => {
    const merged: FoundMembership[] = [];
    for (const period of periods.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
      const last = merged.at(-1);
      if (last === undefined || (last.until !== null && last.until <= period.from)) merged.push(period);
      else merged[merged.length - 1] = { ...last, until: later(last.until, period.until) };
    }
    return merged;
  });
}

const later = (a: string | null, b: string | null) => (a === null || b === null ? null : a > b ? a : b);
