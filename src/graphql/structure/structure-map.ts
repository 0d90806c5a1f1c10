import type { Axis } from '#agreement/structure/classical-scaling.ts';
import { type PlacedMap, pointOf } from '#comparison/structure/structure.ts';
import type { Party as PartyRow } from '#snapshot/catalogue.ts';
import { builder } from '../builder.ts';
import { cost } from '../cost/field-cost.ts';
import { partiesCompared } from '../cost/points.ts';
import { Party } from '../party/party.ts';
import { LeftOutParty } from './left-out.ts';

interface MapPointShape {
  readonly party: PartyRow;
  readonly coordinates: number[];
  readonly misfit: number;
}

export const MapPoint = builder.objectRef<MapPointShape>('MapPoint').implement({
  description: 'A party on a map.',
  fields: (t) => ({
    party: t.expose('party', { type: Party, description: 'The party that is placed.' }),
    coordinates: t.exposeFloatList('coordinates', {
      description: 'Its place, one number for each axis, in units of 1 - agreement. The mean over all parties is 0.',
    }),
    misfit: t.exposeFloat('misfit', {
      description:
        'How wrongly the map shows it: the root mean square, over the other parties, of the distance on the map less 1 - agreement.',
    }),
  }),
});

const MapAxis = builder.objectRef<Axis>('MapAxis').implement({
  description: 'An axis of a map.',
  fields: (t) => ({
    eigenvalue: t.exposeFloat('eigenvalue', {
      description: 'The sum of the squared coordinates on the axis; 0 when there is nothing left to show on it.',
    }),
    share: t.exposeFloat('share', {
      nullable: true,
      description:
        'What the axis explains: its eigenvalue over the sum of the absolute values of all eigenvalues, 0 to 1. Null when no two parties are apart.',
    }),
  }),
});

export const StructureMap = builder.objectRef<PlacedMap>('StructureMap').implement({
  description:
    'Parties as points, near to each other where they agree: classical scaling of 1 - agreement. Torgerson (1952); Gower (1966). Axis 1 points to the United States where it is on the map; every other axis to the party farthest out, which has a positive coordinate.',
  fields: (t) => ({
    points: t.field({
      type: [MapPoint],
      description: 'The parties of which every pair has a value, by key.',
      extensions: cost({ rows: partiesCompared }),
      resolve: (map) =>
        map.parties.map((party, index) => ({
          party,
          coordinates: pointOf(map, index),
          misfit: map.misfits[index] as number,
        })),
    }),
    axes: t.field({
      type: [MapAxis],
      description: 'The axes, that which explains most first.',
      resolve: ({ axes }) => [...axes],
    }),
    unmappable: t.exposeFloat('unmappable', {
      nullable: true,
      description:
        'What no map of this kind can show, however many axes it has: the sum of the negative eigenvalues over the sum of the absolute values of all, 0 to 1. Null when no two parties are apart.',
    }),
    stress: t.exposeFloat('stress', {
      nullable: true,
      description:
        "Kruskal's (1964) stress-1 over all pairs: the root of the sum of squared differences between the distances on the map and 1 - agreement over that of the squared distances on the map. 0 = the map is exact. Null when all points are one.",
    }),
    leftOut: t.field({
      type: [LeftOutParty],
      description: 'The parties of the structure that are on no map, by key.',
      extensions: cost({ rows: partiesCompared }),
      resolve: ({ leftOut }) => [...leftOut],
    }),
  }),
});
