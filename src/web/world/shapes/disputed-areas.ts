import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';

/** An area of which it is disputed whose it is. The map hatches it, and colours it as no other party's. */
export type DisputedArea =
  | 'crimea'
  | 'falklands'
  | 'kosovo'
  | 'northern-cyprus'
  | 'palestine'
  | 'somaliland'
  | 'taiwan'
  | 'western-sahara';

/** The disputed areas that the ledger may know as a party of their own, by its key. */
export const partyOfArea: Readonly<Partial<Record<DisputedArea, string>>> = {
  kosovo: 'XK',
  palestine: 'PS',
  taiwan: 'TW',
  'western-sahara': 'EH',
};

const byName: Readonly<Record<string, DisputedArea>> = {
  // world-atlas gives these three no number, because ISO 3166 has none for them.
  Kosovo: 'kosovo',
  'N. Cyprus': 'northern-cyprus',
  Somaliland: 'somaliland',
};
const byNumber: Readonly<Record<string, DisputedArea>> = {
  '158': 'taiwan',
  '238': 'falklands',
  '275': 'palestine',
  '732': 'western-sahara',
};

export type CountryFeature = Feature<Polygon | MultiPolygon, { readonly name: string }>;

/** A feature of world-atlas, or a part of one, and the disputed area that it is. */
export interface Part {
  readonly feature: CountryFeature;
  readonly area: DisputedArea | null;
}

/**
 * A feature of world-atlas in the parts that the map tells apart. It draws Crimea as a polygon of Russia's and Western Sahara west of the sand wall as
 * Morocco's, as they are held; both are cut off here.
 */
export function partsOf(feature: CountryFeature): readonly Part[] {
  const id = String(feature.id ?? '');
  const area = byNumber[id] ?? byName[feature.properties.name] ?? null;
  const polygons = feature.geometry.type === 'Polygon' ? [feature.geometry.coordinates] : feature.geometry.coordinates;
  if (id === '643') {
    const isCrimea = (polygon: Position[][]) => isWithin(polygon[0] ?? [], crimea);
    return [
      {
        feature: of(
          feature,
          polygons.filter((polygon) => !isCrimea(polygon)),
        ),
        area: null,
      },
      { feature: of(feature, polygons.filter(isCrimea)), area: 'crimea' },
    ];
  }
  if (id === '504') {
    const side = (isNorth: boolean) => polygons.map((polygon) => polygon.map((ring) => cutRing(ring, isNorth)));
    return [
      { feature: of(feature, side(true)), area: null },
      { feature: of(feature, side(false)), area: 'western-sahara' },
    ];
  }
  return [{ feature, area }];
}

const of = ({ id, properties }: CountryFeature, coordinates: Position[][][]): CountryFeature => ({
  type: 'Feature',
  ...(id !== undefined && { id }),
  properties,
  geometry: { type: 'MultiPolygon', coordinates },
});

/** West, south, east and north of Crimea, in degrees. */
const crimea = [32, 44, 37, 46.5] as const;

const isWithin = (ring: Position[], [west, south, east, north]: typeof crimea): boolean =>
  ring.every(([x = 0, y = 0]) => x > west && x < east && y > south && y < north);

/** The border of Morocco and Western Sahara: the parallel 27°40′ N. */
const border = 27 + 40 / 60;

/** The part of a ring north or south of the border (Sutherland and Hodgman 1974). */
function cutRing(ring: Position[], isNorth: boolean): Position[] {
  const isKept = ([, y = 0]: Position) => y >= border === isNorth;
  const kept = ring.slice(0, -1).flatMap((point, index, open) => {
    const before = open.at(index - 1) ?? point;
    const crossing = isKept(point) === isKept(before) ? [] : [crossed(before, point)];
    return isKept(point) ? [...crossing, point] : crossing;
  });
  return [...kept, ...kept.slice(0, 1)];
}

function crossed([x1 = 0, y1 = 0]: Position, [x2 = 0, y2 = 0]: Position): Position {
  return [x1 + ((x2 - x1) * (border - y1)) / (y2 - y1), border];
}
