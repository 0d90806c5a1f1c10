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

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const labelHeight = 13;
const gap = 7;

/** The side of its point on which a label stands. */
export type LabelSide = 'right' | 'left';

/**
 * Which points are named without their names lying on one another or on the points of others that are named: those that come first have precedence.
 * Nothing is tried but right and left of the point.
 */
export function labelled(
  points: readonly { readonly key: string; readonly x: number; readonly y: number; readonly width: number }[],
  room: { readonly width: number; readonly height: number },
): ReadonlyMap<string, LabelSide> {
  const taken: Box[] = [];
  const sides = new Map<string, LabelSide>();
  for (const { key, x, y, width } of points) {
    for (const side of ['right', 'left'] as const) {
      const left = side === 'right' ? x + gap : x - gap - width;
      const box = { left, right: left + width, top: y - labelHeight / 2, bottom: y + labelHeight / 2 };
      const dot = { left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 };
      const isInside = box.left >= 0 && box.right <= room.width && box.top >= 0 && box.bottom <= room.height;
      if (!isInside || taken.some((other) => overlap(other, box) || overlap(other, dot))) continue;
      taken.push(box, dot);
      sides.set(key, side);
      break;
    }
  }
  return sides;
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
