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
