import { ledgerOf } from '#comparison/series/series-slices.ts';
import { mapOf } from '#comparison/structure/structure.ts';
import {
  type Alignment,
  askedStructureSeries,
  type StructurePeriod as PeriodShape,
  type StructureSeries as SeriesShape,
} from '#comparison/structure/structure-series.ts';
import { Policy } from '../agreement/policy.ts';
import { builder } from '../builder.ts';
import { compareArgs } from '../comparison/comparison-queries.ts';
import { type Around, cost } from '../cost/field-cost.ts';
import { partiesCompared } from '../cost/points.ts';
import { Scope } from '../scope/scope.ts';
import { Structure } from './structure.ts';
import { MapPoint } from './structure-map.ts';
import { seriesPoints, seriesSize } from './structure-points.ts';
import { structureArgs } from './structure-query.ts';

const StructureSeriesBy = builder.enumType('StructureSeriesBy', {
  description: 'By what a series of structures is divided.',
  values: {
    YEAR: { description: 'Calendar years, UTC.' },
    SESSION: { description: 'Sessions of one body, as its roll calls are numbered; in the order of their first days.' },
  } as const,
});

const MapAlignment = builder.objectRef<Alignment>('MapAlignment').implement({
  description: 'To which earlier map a map was turned, by the parties that are on both.',
  fields: (t) => ({
    with: t.exposeString('label', { description: 'The label of the earlier period.' }),
    shared: t.exposeInt('shared', { description: 'How many parties are on both maps; more than there are axes.' }),
    rootMeanSquare: t.exposeFloat('rootMeanSquare', {
      description:
        'How far the two places of such a party are apart after the turn: root mean square, in units of 1 - agreement.',
    }),
  }),
});

const StructurePeriod = builder.objectRef<PeriodShape>('StructurePeriod').implement({
  description: 'The structure of one period.',
  fields: (t) => ({
    label: t.string({
      description: '`2020`; of a session its number, or what else it was.',
      resolve: ({ period }) => period.label,
    }),
    from: t.field({ type: 'Date', description: 'First day of the period.', resolve: ({ period }) => period.from }),
    until: t.field({
      type: 'Date',
      description: 'The first day after the period.',
      resolve: ({ period }) => period.until,
    }),
    points: t.field({
      type: [MapPoint],
      description:
        'The parties on the map of the period, turned, mirrored and shifted, but not stretched, such that the parties that are on an earlier map too are as near to their places there as can be (Procrustes; Schönemann 1966). Empty when no party can be placed.',
      extensions: cost({ rows: partiesCompared }),
      resolve({ structure, places }) {
        const map = mapOf(structure);
        return map.parties.map((party, index) => ({
          party,
          coordinates: [...(places[index] ?? [])],
          misfit: map.misfits[index] as number,
        }));
      },
    }),
    alignment: t.field({
      type: MapAlignment,
      nullable: true,
      description:
        'The earlier map and how near to it this one is: the latest that shares more parties with it than it has axes. Null without such a one: the axes are those of the period alone then, and so begin anew.',
      resolve: ({ alignment }) => alignment,
    }),
    structure: t.field({
      type: Structure,
      description:
        'Everything about the period alone; its map is not turned, and its `leftOut` says who is missing. Its `scope` is that of the series, of which only what belongs to the period counts.',
      resolve: ({ structure }) => structure,
    }),
  }),
});

const StructureSeries = builder.objectRef<SeriesShape>('StructureSeries').implement({
  description: 'Who stood with whom from period to period.',
  fields: (t) => ({
    by: t.field({
      type: StructureSeriesBy,
      description: 'By what the series is divided.',
      resolve: ({ unit }) => (unit === 'SESSION' ? unit : 'YEAR'),
    }),
    periods: t.field({
      type: [StructurePeriod],
      description:
        'The periods without a hole between the first in which a party spoke and the last; the earliest first.',
      extensions: cost({
        rows: (_args, { page }) => page,
        // A party was in half of the periods, on average; a roll call in one of them.
        around: (_args, { parties, propositions, page }: Around) => ({
          parties: parties / 2,
          propositions: (2 * propositions) / page,
        }),
      }),
      resolve: ({ periods }) => [...periods],
    }),
    scope: t.expose('scope', {
      type: Scope,
      description: 'The propositions, stances and time of the whole series, with defaults filled in.',
    }),
    policy: t.expose('policy', {
      type: Policy,
      description: 'How values were computed, with defaults filled in. The measure is always AGREEMENT.',
    }),
    revision: t.int({
      description: 'The ledger revision that the response was computed from.',
      resolve: (series) => ledgerOf(series).revision,
    }),
  }),
});

builder.queryField('structureSeries', (t) =>
  t.field({
    type: StructureSeries,
    nullable: true,
    description:
      'The structure of every period: over the roll calls of the period, and the claims in force on its last day. Sessions of several bodies and more than a thousand periods are BAD_INPUT; what names no party, or several, is UNKNOWN_PARTY.',
    args: {
      by: t.arg({ type: StructureSeriesBy, required: true, description: 'By what the series is divided.' }),
      from: t.arg({ type: 'Date', description: 'Leave out the periods that end before this day. Default: none.' }),
      until: t.arg({ type: 'Date', description: 'Leave out the periods that begin after this day. Default: none.' }),
      ...structureArgs,
      ...compareArgs,
    },
    extensions: cost({ points: seriesPoints, around: seriesSize }),
    resolve: (_root, args, context) =>
      askedStructureSeries(context.snapshot, { ...args, parties: args.parties ?? null }, context),
  }),
);
