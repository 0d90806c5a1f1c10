import { geoEqualEarth, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { type CountryFeature, type DisputedArea, type Part, partsOf, partyOfArea } from './disputed-areas.ts';
import { keyOfShape } from './keys-of-shapes.ts';
import { smallStates } from './small-states.ts';

/** The file countries-110m of world-atlas. */
export type Atlas = Topology<{ readonly countries: GeometryCollection<{ readonly name: string }> }>;

/** The size of the map, in units of its paths. */
export const worldSize = { width: 960, height: 435 } as const;

/** A shape on the map. */
export interface Shape {
  /** The party whose territory it is; null for a disputed area that is no party. */
  readonly key: string | null;
  /** Its name in world-atlas, for territories that are no parties. */
  readonly name: string;
  readonly area: DisputedArea | null;
  /** As the attribute `d` of an SVG path. */
  readonly path: string;
}

/** A state that is too small for a shape. */
export interface Dot {
  readonly key: string;
  readonly x: number;
  readonly y: number;
}

export interface World {
  readonly shapes: readonly Shape[];
  readonly dots: readonly Dot[];
  /** The edge of the map. */
  readonly edge: string;
}

const antarctica = '010';

/** The world in an equal-area projection (Equal Earth; Šavrič, Patterson and Jenny 2018), without Antarctica, which takes no positions. */
export function worldOf(atlas: Atlas): World {
  const { features } = feature(atlas, atlas.objects.countries);
  const countries = features.filter(({ id }) => id !== antarctica) as CountryFeature[]; // countries are areas
  const projection = geoEqualEarth().fitExtent(
    [
      [8, 4],
      [worldSize.width - 8, worldSize.height - 4],
    ],
    { type: 'FeatureCollection', features: countries },
  );
  const path = geoPath(projection).digits(1);
  const shapes = countries
    .flatMap(partsOf)
    .map((part) => shapeOf(part, path(part.feature) ?? ''))
    .filter((shape) => shape.path !== '');
  const dots = smallStates.flatMap(([key, longitude, latitude]) => {
    const [x, y] = projection([longitude, latitude]) ?? [];
    return x === undefined || y === undefined ? [] : [{ key, x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 }];
  });
  return { shapes, dots, edge: path({ type: 'Sphere' }) ?? '' };
}

function shapeOf({ feature: { id, properties }, area }: Part, path: string): Shape {
  const key = area === null ? (keyOfShape.get(String(id ?? '')) ?? null) : (partyOfArea[area] ?? null);
  return { key, name: properties.name, area, path };
}
