import { comparisonRowAt } from '#comparison/comparison-rows.ts';
import type { SeriesPoint as PointShape } from '#comparison/series/series.ts';
import {
  type Mover as MoverShape,
  moversOf,
  type TurningPoint as TurningPointShape,
  turningPoints,
} from '#comparison/series/turning-points.ts';
import { apiError } from '../api-error.ts';
import { builder } from '../builder.ts';
import { ComparisonCell, cellsOf, overCells } from '../comparison/comparison-row.ts';
import { connectionOf } from '../connection.ts';
import { cost } from '../cost/field-cost.ts';
import { partiesCompared } from '../cost/points.ts';
import { moverPoints } from '../cost/series-points.ts';
import { Proposition } from '../proposition/proposition.ts';
import { SeriesPoint } from './series-point.ts';

const SeriesMover = builder.objectRef<MoverShape>('SeriesMover').implement({
  description: 'A proposition that moved a series from one level to the next.',
  fields: (t) => ({
    proposition: t.expose('proposition', { type: Proposition, description: 'The proposition.' }),
    moved: t.exposeFloat('moved', {
      description:
        'Its part of the change: what it adds to the values of the new level beyond the old level, less the same of the old one. The parts of all propositions sum to `levelAfter - levelBefore`.',
    }),
    point: t.expose('point', {
      type: SeriesPoint,
      description: 'The point nearest to the turn at which it counts: of the new level, else of the old one.',
    }),
    cells: t.field({
      type: [ComparisonCell],
      description: 'What the parties of the series held on it in that period, in their order.',
      extensions: cost({ points: overCells, rows: partiesCompared }),
      resolve({ point: { slice, pair }, column }) {
        const cells = cellsOf(comparisonRowAt(slice.comparison, column));
        return pair === null ? cells : pair.flatMap((row) => cells[row] ?? []);
      },
    }),
  }),
});

export const TurningPoint = builder.objectRef<TurningPointShape>('TurningPoint').implement({
  description: 'A period from which on a series has another level. See docs/series.md for how levels are found.',
  fields: (t) => ({
    point: t.expose('point', { type: SeriesPoint, description: 'The first point of the new level.' }),
    date: t.field({
      type: 'Date',
      description: 'First day of its period.',
      resolve: ({ point }) => point.slice.period.from,
    }),
    gap: t.exposeInt('gap', {
      description:
        'Number of periods without a value just before it, 0 when the point before it has one: the level may have changed in any of them.',
    }),
    levelBefore: t.float({
      description: 'Mean of the values of the level before it.',
      resolve: ({ before }) => before.level,
    }),
    levelAfter: t.float({
      description: 'Mean of the values of the level that begins with it.',
      resolve: ({ after }) => after.level,
    }),
    valuesBefore: t.int({
      description: 'Number of values of the level before it.',
      resolve: ({ before }) => before.points.length,
    }),
    valuesAfter: t.int({
      description: 'Number of values of the level that begins with it.',
      resolve: ({ after }) => after.points.length,
    }),
    movers: t.connection({
      type: SeriesMover,
      description:
        'The propositions that moved the series, those that did so most in the direction of the change first; equal ones by how near to the turn they counted, then by key. At the end of the list are those that moved it the other way.',
      extensions: cost({
        points: (_args, around) => moverPoints(around),
        around: (_args, { page, propositions }) => ({ page: Math.min(page, propositions) }),
      }),
      resolve: (turn, args, { pageSizes }) =>
        connectionOf(moversOf(turn), args, pageSizes, ({ proposition }) => `mover ${proposition.key}`),
    }),
  }),
});

export const turningPointArgs = builder.args((t) => ({
  penalty: t.float({
    defaultValue: 1,
    description:
      'What one more level has to be worth, as a multiple of 2·σ²·ln n, where n is the number of values and σ² their noise, from the differences of neighbours; 0.1 to 100. The higher, the fewer turning points. Default: 1.',
  }),
  minimumValues: t.int({
    defaultValue: 3,
    description: 'The fewest values that make a level, 1 to 100. Default: 3.',
  }),
}));

/** The turning points of a series, as they are asked for. Throws BAD_INPUT for an argument out of range. */
export function turningPointsOf(
  points: readonly PointShape[],
  args: { readonly penalty?: number | null | undefined; readonly minimumValues?: number | null | undefined },
): TurningPointShape[] {
  const penalty = args.penalty ?? 1;
  const fewest = args.minimumValues ?? 3;
  if (!(penalty >= 0.1 && penalty <= 100))
    throw apiError('BAD_INPUT', `penalty: found ${penalty}, expected a number from 0.1 to 100.`);
  if (fewest < 1 || fewest > 100) throw apiError('BAD_INPUT', `minimumValues: found ${fewest}, expected 1 to 100.`);
  return turningPoints(points, { penalty, fewest });
}
