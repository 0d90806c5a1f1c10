import type { Extent, Period, Place } from './periods.ts';

/** Where a place is on a picture of some size, in pixels. */
export type OnPicture = (place: Place) => Place;

const edge = 28;

/** Places on a picture, as far apart along one axis as along the other, for a distance is what the map says. */
export function placing({ left, right, bottom, top }: Extent, width: number, height: number) {
  const scale = Math.min((width - 2 * edge) / (right - left), (height - 2 * edge) / (top - bottom));
  const middle = { x: (left + right) / 2, y: (bottom + top) / 2 };
  return {
    /** Pixels for a distance of 1 - agreement. */
    scale,
    at: ({ x, y }: Place): Place => ({
      x: width / 2 + (x - middle.x) * scale,
      y: height / 2 - (y - middle.y) * scale,
    }),
  };
}

/** The extent at a time between years: 3.25 is a quarter of the way from the fourth to the fifth. */
export function extentAt(extents: readonly Extent[], time: number): Extent {
  const index = Math.min(Math.floor(time), extents.length - 1);
  const from = extents[index] ?? nowhere;
  const to = extents[index + 1] ?? from;
  const part = eased(time - index);
  const between = (side: keyof Extent) => from[side] + (to[side] - from[side]) * part;
  return { left: between('left'), right: between('right'), bottom: between('bottom'), top: between('top') };
}

const nowhere: Extent = { left: -1, right: 1, bottom: -1, top: 1 };

/** A party between two years: where, and how much it is seen, from 0 to 1: it fades where it is on the map in one of the two alone. */
export interface Shown extends Place {
  readonly key: string;
  readonly seen: number;
}

/** The parties at a time between years: 3.25 is a quarter of the way from the fourth to the fifth. */
export function shownAt(periods: readonly Period[], time: number): readonly Shown[] {
  const index = Math.min(Math.floor(time), periods.length - 1);
  const now = periods[index];
  if (now === undefined) return [];
  const part = eased(time - index);
  const next = part === 0 ? undefined : periods[index + 1];
  if (next === undefined) return Array.from(now.places, ([key, place]) => ({ key, ...place, seen: 1 }));
  const shown: Shown[] = [];
  for (const [key, from] of now.places) {
    const to = next.places.get(key);
    if (to === undefined) shown.push({ key, ...from, seen: 1 - part });
    else shown.push({ key, x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part, seen: 1 });
  }
  for (const [key, to] of next.places) if (!now.places.has(key)) shown.push({ key, ...to, seen: part });
  return shown;
}

/** Slow at both ends, so that the eye rests at a year. */
const eased = (part: number): number => part * part * (3 - 2 * part);

/** How far from a point it can be pointed at, in pixels. */
const reach = 20;

/** The party nearest to a pixel of a picture; null where none is within reach. */
export function shownNear(shown: readonly Shown[], at: OnPicture, x: number, y: number): string | null {
  let best: string | null = null;
  let least = reach;
  for (const one of shown) {
    const place = at(one);
    const distance = Math.hypot(place.x - x, place.y - y);
    if (distance < least) [best, least] = [one.key, distance];
  }
  return best;
}
