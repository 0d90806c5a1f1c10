import type { Period } from './periods.ts';

/** Whom a reader looks for first; after these, who stands farthest out. */
const firstNamed =
  'US CN RU GB FR IN DE JP BR ZA IL IR TR UA SA EG PK ID NG MX AU CA KP KR CU PL SE VN AR KE IT ES'.split(' ');

/** The parties of a year in the order in which they are named as far as there is room. */
export function labelOrder({ places }: Period, followed: string | null): readonly string[] {
  const rank = new Map(firstNamed.map((key, index) => [key, index]));
  const distance = new Map(Array.from(places, ([key, { x, y }]) => [key, Math.hypot(x, y)]));
  return [...places.keys()].sort((a, b) => {
    if (a === followed || b === followed) return a === followed ? -1 : 1;
    const [first = Infinity, second = Infinity] = [rank.get(a), rank.get(b)];
    return first === second ? (distance.get(b) ?? 0) - (distance.get(a) ?? 0) : first - second;
  });
}

interface Near {
  readonly key: string;
  readonly distance: number;
}

/** The parties nearest to one on the map of a year. */
export function nearestTo({ places }: Period, key: string, most: number): readonly Near[] {
  const from = places.get(key);
  if (from === undefined) return [];
  return Array.from(places, ([other, { x, y }]) => ({ key: other, distance: Math.hypot(x - from.x, y - from.y) }))
    .filter((one) => one.key !== key)
    .sort((a, b) => a.distance - b.distance || (a.key < b.key ? -1 : 1))
    .slice(0, most);
}

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** The party to which an arrow key leads from one: the nearest in that direction, sideways counting double; null where nobody is. */
export function towards({ places }: Period, from: string, arrow: string): string | null {
  const start = places.get(from);
  const direction = directions[arrow];
  if (start === undefined || direction === undefined) return null;
  let best: Near | null = null;
  for (const [key, { x, y }] of places) {
    const [dx, dy] = [x - start.x, y - start.y];
    const ahead = dx * direction[0] + dy * direction[1];
    const aside = Math.abs(dx * direction[1] + dy * direction[0]);
    if (key === from || ahead <= 0 || aside > 2 * ahead) continue;
    const distance = ahead + 2 * aside;
    if (best === null || distance < best.distance) best = { key, distance };
  }
  return best?.key ?? null;
}

export const isArrow = (key: string): boolean => Object.hasOwn(directions, key);
