import { leftOutOf, leftOutReasons, type SeriesLeftOut } from '#comparison/series/left-out.ts';
import { ownPoints, pointsWith, type AgreementSeries as SeriesShape } from '#comparison/series/series.ts';
import type { Party as PartyRow } from '#snapshot/catalogue.ts';
import { Measure, Policy } from '../agreement/policy.ts';
import { builder, describedValues } from '../builder.ts';
import { type Around, cost } from '../cost/field-cost.ts';
import { partiesCompared } from '../cost/points.ts';
import { atPoint, periodPoints } from '../cost/series-points.ts';
import { Party } from '../party/party.ts';
import { Scope } from '../scope/scope.ts';
import { SeriesPoint } from './series-point.ts';
import { TurningPoint, turningPointArgs, turningPointsOf } from './turning-point.ts';

export const SeriesPeriod = builder.enumType('SeriesPeriod', {
  description: 'By what a series is divided.',
  values: {
    YEAR: { description: 'Calendar years, UTC.' },
    QUARTER: { description: 'Calendar quarters, UTC.' },
    MONTH: { description: 'Calendar months, UTC.' },
    SESSION: {
      description:
        'Sessions of one body, as its roll calls are numbered: the body of the roll calls that the parties voted on, else the only one. In the order of their first days; they may overlap.',
    },
  } as const,
});

const LeftOutReason = builder.enumType('SeriesLeftOutReason', {
  description: 'Why a proposition in scope counts at no point of a series.',
  values: describedValues(leftOutReasons),
});

const LeftOut = builder.objectRef<SeriesLeftOut>('SeriesLeftOut').implement({
  description: 'How many propositions in scope count at no point of a series for one reason.',
  fields: (t) => ({
    reason: t.expose('reason', { type: LeftOutReason, description: 'Why they do not count.' }),
    propositions: t.exposeInt('propositions', { description: 'Number of propositions, at least 1.' }),
  }),
});

/** One party of a series, compared with one of the others. */
interface WithShape {
  readonly series: SeriesShape;
  readonly row: number;
}

/** Two parties are compared within it. */
const ofTwo = (around: Around) => ({ ...around, parties: 2 });

const SeriesWith = builder.objectRef<WithShape>('SeriesWith').implement({
  description: 'How the agreement of the one party of a series with another moved from period to period.',
  fields: (t) => ({
    party: t.field({
      type: Party,
      description: 'The other party.',
      resolve: ({ series, row }) => series.parties[row] as PartyRow, // a row of the series
    }),
    points: t.field({
      type: [SeriesPoint],
      description: 'The points, one for each period, the same periods for all of the parties; the earliest first.',
      extensions: cost({
        points: (_args, around) => periodPoints(ofTwo(around)),
        rows: (_args, { page }) => page,
        around: (_args, around) => ofTwo({ ...around, ...atPoint(around) }),
      }),
      resolve: ({ series, row }) => [...pointsWith(series, row)],
    }),
    turningPoints: t.field({
      type: [TurningPoint],
      description: 'The points at which the series changed its level, the earliest first.',
      args: turningPointArgs,
      extensions: cost({
        points: (_args, around) => periodPoints(ofTwo(around)) + 10 * around.page,
        around: (_args, around) => ofTwo(around),
      }),
      resolve: ({ series, row }, args) => turningPointsOf(pointsWith(series, row), args),
    }),
  }),
});

export const AgreementSeries = builder.objectRef<SeriesShape>('AgreementSeries').implement({
  description:
    'How the agreement of parties moved from period to period: over the roll calls of each period, and over the claims in force on its last day. A bloc is its members of that time.',
  fields: (t) => ({
    parties: t.field({
      type: [Party],
      description: 'The parties, in the order of the argument.',
      extensions: cost({ rows: partiesCompared }),
      resolve: ({ parties, own }) => parties.slice(0, own),
    }),
    by: t.expose('unit', { type: SeriesPeriod, description: 'By what the series is divided.' }),
    measure: t.field({
      type: Measure,
      description: 'The measure that the values hold.',
      resolve: ({ policy }) => policy.measure,
    }),
    points: t.field({
      type: [SeriesPoint],
      description:
        'The points of the parties, one for each period from the first in which one of them spoke to the last; the earliest first. Of more than two parties the values are means over their pairs, as in Agreement; of a single party there are none (TOO_FEW_PARTIES).',
      extensions: cost({
        points: (_args, around) => periodPoints(around),
        rows: (_args, { page }) => page,
        around: (_args, around) => atPoint(around),
      }),
      resolve: (series) => [...ownPoints(series)],
    }),
    turningPoints: t.field({
      type: [TurningPoint],
      description:
        'The points at which the series changed its level, the earliest first: the exact least-squares segmentation of its values, gaps passed over. A slow drift has no levels and is cut into steps all the same.',
      args: turningPointArgs,
      extensions: cost({ points: (_args, around) => periodPoints(around) + 10 * around.page }),
      resolve: (series, args) => turningPointsOf(ownPoints(series), args),
    }),
    with: t.field({
      type: [SeriesWith],
      description: 'The series with each of the parties of the argument `with`, in its order; empty without it.',
      extensions: cost({
        rows: partiesCompared,
      }),
      resolve: (series) => series.parties.slice(series.own).map((_, index) => ({ series, row: series.own + index })),
    }),
    leftOut: t.field({
      type: [LeftOut],
      description:
        'How many propositions in scope count at no point, and why; empty when all count. Those of periods before `from` are not among them.',
      extensions: cost({
        points: (_args, { propositions, parties, page, ledger }) =>
          10 + propositions + ((propositions + page * ledger.claims) * (1 + parties / 20)) / 10,
      }),
      resolve: leftOutOf,
    }),
    scope: t.expose('scope', {
      type: Scope,
      description:
        'The propositions, stances and time looked at, with defaults filled in. Its `asOf` is the last day of the series: roll calls are read as of it, claims as of the last day of each period or of it, whichever is earlier.',
    }),
    policy: t.expose('policy', {
      type: Policy,
      description: 'How values were computed, with defaults filled in.',
    }),
    revision: t.int({
      description: 'The ledger revision that the response was computed from.',
      resolve: ({ snapshot }) => snapshot.revision,
    }),
  }),
});
