import { type DayTaken, daysTaken } from '#comparison/days-taken.ts';
import { builder } from '../builder.ts';
import { type Around, cost } from '../cost/field-cost.ts';
import { cellPoints } from '../cost/points.ts';
import { Comparison } from './comparison.ts';

const ComparisonDay = builder.objectRef<DayTaken>('ComparisonDay').implement({
  description: 'A day on which positions were taken.',
  fields: (t) => ({
    day: t.expose('day', { type: 'Date', description: 'The day, as in `Stance.heldFrom`.' }),
    stances: t.exposeInt('stances', {
      description:
        'Number of stances that begin on it, at least 1; where the position of a bloc is derived, also those of its present and former members.',
    }),
  }),
});

/** Every stance of the parties in scope is looked at, those of members of blocs too; stances of a claim are a few for each party. */
const stancesLookedAt = ({ parties, blocs, propositions, ledger }: Around) =>
  Math.min(parties + blocs * ledger.largestBloc, ledger.countries + ledger.otherParties) * propositions;

builder.objectField(Comparison, 'days', (t) =>
  t.field({
    type: [ComparisonDay],
    description:
      'The days on which the parties took positions on propositions in scope, in order: of all time, also after `asOf`. For a time line.',
    extensions: cost({
      points: (_args, around) => cellPoints(around) + stancesLookedAt(around) / 20,
      rows: (_args, around) => Math.min(stancesLookedAt(around), 2_000),
    }),
    resolve: (comparison) => [...daysTaken(comparison)],
  }),
);
