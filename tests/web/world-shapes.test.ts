import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parse as parseCsv } from 'csv-parse/sync';
import { geoArea, geoCentroid, geoContains } from 'd3-geo';
import { feature } from 'topojson-client';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { unplaced } from '../../src/web/world/agreements.ts';
import { type CountryFeature, partsOf, partyOfArea } from '../../src/web/world/shapes/disputed-areas.ts';
import { keyOfShape, stateOfTerritory } from '../../src/web/world/shapes/keys-of-shapes.ts';
import { smallStates } from '../../src/web/world/shapes/small-states.ts';
import { type Atlas, worldOf, worldSize } from '../../src/web/world/shapes/world-shapes.ts';

const require = createRequire(import.meta.url);
const project = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const atlas = require('world-atlas/countries-110m.json') as Atlas;
const fineAtlas = require('world-atlas/countries-10m.json') as Atlas;
const featuresOf = (one: Atlas) => feature(one, one.objects.countries).features as CountryFeature[];
const world = worldOf(atlas);
const fine = new Map(featuresOf(fineAtlas).map((one) => [String(one.id), one]));

/** ISO 3166-1 as the ledger knows it: the number of each key. */
const numbers = new Map(
  (parseCsv(project('seeds/names/countries.csv'), { columns: true }) as { key: string; number: string }[])
    .filter(({ number }) => number !== '')
    .map(({ key, number }) => [key, number]),
);

/** All countries of the seed files and of the General Assembly. */
const countries = ['seeds/parties/countries.yaml', 'seeds/parties/members.yaml', 'seeds/unga/crosswalk.yml'].flatMap(
  (path) => {
    const { countries = [], parties = [] } = parse(project(path)) as Record<string, { key: string; name: string }[]>;
    return [...countries, ...parties];
  },
);

test('every numbered shape of the atlas is the party with its ISO number, and no other', () => {
  const drawn = featuresOf(atlas).flatMap(({ id }) => (id === undefined || id === '010' ? [] : String(id)));
  expect([...keyOfShape.keys()].sort()).toEqual(drawn.sort());
  for (const [number, key] of keyOfShape) expect([key, numbers.get(key)]).toEqual([key, number]);
});

test('every country of the seeds and of the General Assembly is on the map, but states that are no more', () => {
  expect(countries.length).toBeGreaterThan(200);
  const missing = unplaced(countries, world).map(({ key }) => key);
  expect([...new Set(missing)].sort()).toEqual(['CSHH', 'CSXX', 'DDDE', 'X-YAR', 'X-ZANZIBAR', 'YDYE', 'YUCS']);
});

test('a territory is that of a state which has a shape', () => {
  const keys = new Set(keyOfShape.values());
  for (const [territory, state] of Object.entries(stateOfTerritory)) {
    expect([territory, keys.has(territory), keys.has(state)]).toEqual([territory, true, true]);
  }
});

test.each(smallStates)('%s is a dot where its largest part is, and has no shape', (key, longitude, latitude) => {
  expect([...keyOfShape.values()]).not.toContain(key);
  const { geometry } = fine.get(numbers.get(key) ?? '') as CountryFeature; // otherwise the test fails here
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const parts = polygons.map((coordinates) => ({ type: 'Polygon' as const, coordinates }));
  const largest = Math.max(...parts.map((part) => geoArea(part)));
  const [x = Number.NaN, y = Number.NaN] = parts.flatMap((part) =>
    geoArea(part) === largest ? geoCentroid(part) : [],
  );
  expect([Math.abs(x - longitude) < 0.06, Math.abs(y - latitude) < 0.06]).toEqual([true, true]);
  const dot = world.dots.find((one) => one.key === key);
  expect([(dot?.x ?? -1) > 0, (dot?.x ?? Infinity) < worldSize.width]).toEqual([true, true]);
});

const parts = featuresOf(atlas).flatMap(partsOf);
/** Whose colour a place has, and as what it is hatched. */
const at = (longitude: number, latitude: number) =>
  parts
    .filter((part) => geoContains(part.feature, [longitude, latitude]))
    .map(({ feature: { id }, area }) => [
      area === null ? keyOfShape.get(String(id)) : (partyOfArea[area] ?? null),
      area,
    ]);

test.each([
  ['Simferopol', 34.1, 45, null, 'crimea'],
  ['Moscow', 37.6, 55.7, 'RU', null],
  ['Kaliningrad', 21, 54.6, 'RU', null],
  ['Odesa', 30.6, 46.6, 'UA', null],
  ['Laayoune', -12.9, 26.9, 'EH', 'western-sahara'],
  ['Tifariti', -10.6, 26.1, 'EH', 'western-sahara'],
  ['Marrakesh', -8, 31.6, 'MA', null],
  ['Pristina', 21.1, 42.6, 'XK', 'kosovo'],
  ['Belgrade', 20.5, 44.7, 'RS', null],
  ['Kyrenia', 33.5, 35.3, null, 'northern-cyprus'],
  ['Hargeisa', 44, 9.5, null, 'somaliland'],
  ['Taichung', 120.9, 24.1, 'TW', 'taiwan'],
  ['Ramallah', 35.2, 31.9, 'PS', 'palestine'],
  ['Stanley', -58.9, -51.8, null, 'falklands'],
] as const)('%s is on no map but as what it is', (_, longitude, latitude, key, area) => {
  expect(at(longitude, latitude)).toEqual([[key, area]]);
});

test('Antarctica is not drawn, and what is drawn lies within the picture', () => {
  expect(world.shapes.map(({ name }) => name)).not.toContain('Antarctica');
  for (const { path } of world.shapes) {
    const places = Array.from(path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g), ([, x, y]) => [Number(x), Number(y)] as const);
    expect(places.length).toBeGreaterThan(2);
    expect(places.every(([x, y]) => x >= 0 && x <= worldSize.width && y >= 0 && y <= worldSize.height)).toBe(true);
  }
});
