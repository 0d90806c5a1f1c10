import type { GroupsOfYearsQuery, PartyMapQuery } from '../generated/graphql.ts';

/** The places of parties in one year. */
export interface Period {
  readonly label: string;
  /** The first day of the year. */
  readonly from: string;
  /** Places by key, in units of 1 - agreement. */
  readonly places: ReadonlyMap<string, Place>;
  /** Whether the axes begin anew, so that nothing can be said about how far parties moved. */
  readonly isNew: boolean;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A rectangle that holds places. */
export interface Extent {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

type Answered = NonNullable<PartyMapQuery['structureSeries']>;

/** The years with a map, the earliest first. */
export const periodsOf = ({ periods }: Answered): readonly Period[] =>
  periods
    .filter(({ points }) => points.length > 1)
    .map(({ label, from, points, alignment }) => ({
      label,
      from,
      places: new Map(points.map(({ party, coordinates: [x = 0, y = 0] }) => [party.key, { x, y }])),
      isNew: alignment === null,
    }));

const neighbours = 1;

/** What a picture shows of each year: all places of it and of the years before and after, so that the scale changes slowly while the years play. */
export const extentsOf = (periods: readonly Period[]): readonly Extent[] =>
  periods.map((_, index) => extentOf(periods.slice(Math.max(0, index - neighbours), index + neighbours + 1)));

/** The extent of some years; one of some size where all places are one. */
function extentOf(periods: readonly Period[]): Extent {
  const least = 0.05;
  const extent = { left: -least, right: least, bottom: -least, top: least };
  for (const { places } of periods) {
    for (const { x, y } of places.values()) {
      extent.left = Math.min(extent.left, x);
      extent.right = Math.max(extent.right, x);
      extent.bottom = Math.min(extent.bottom, y);
      extent.top = Math.max(extent.top, y);
    }
  }
  return extent;
}

/** The most groups that have a colour of their own, as many as the API finds by itself. */
export const mostColours = 8;

/**
 * The colour of each party in each year, a number from 0, by label of the year and key: that of its group. A group has the colour of the group of the
 * year before with which it shares the most members, so that colours do not jump while the years play.
 */
export function coloursOf(
  answer: GroupsOfYearsQuery['structureSeries'],
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const found = new Map<string, ReadonlyMap<string, number>>();
  let before: ReadonlyMap<string, number> = new Map();
  for (const { label, structure } of answer?.periods ?? []) {
    const groups = structure.groups.map(({ members }) => members.map(({ party }) => party.key));
    if (groups.length === 0) continue;
    const colours = matched(groups, before);
    before = new Map(groups.flatMap((keys, index) => keys.map((key) => [key, colours[index] ?? 0])));
    found.set(label, before);
  }
  return found;
}

/** A colour for each group: the pairs of a group and a colour with the most members in common first, then what is left. */
function matched(groups: readonly (readonly string[])[], before: ReadonlyMap<string, number>): readonly number[] {
  const colours: (number | undefined)[] = groups.map(() => undefined);
  const taken = new Set<number>();
  const pairs = groups.flatMap((keys, group) =>
    Array.from(
      Map.groupBy(keys, (key) => before.get(key)),
      ([colour, some]) => ({ group, colour, size: some.length }),
    ),
  );
  for (const { group, colour } of pairs.sort((a, b) => b.size - a.size || a.group - b.group)) {
    if (colour === undefined || taken.has(colour) || colours[group] !== undefined) continue;
    colours[group] = colour;
    taken.add(colour);
  }
  const free = Array.from({ length: mostColours }, (_, colour) => colour).filter((colour) => !taken.has(colour));
  return colours.map((colour) => colour ?? free.shift() ?? mostColours - 1);
}

/** The colour of a party in the year of a label; null while it is not known. */
export type ColourOf = (label: string, key: string) => number | null;

/** The index of a year: the last one with a map up to it; the very last without a year. */
export function indexOf(periods: readonly Period[], year: number | null): number {
  const found = year === null ? periods.length - 1 : periods.findLastIndex(({ label }) => Number(label) <= year);
  return Math.max(0, found);
}
