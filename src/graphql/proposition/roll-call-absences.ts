import { absentParties } from '#comparison/votes/tally.ts';
import { builder } from '../builder.ts';
import { cost } from '../cost/field-cost.ts';
import { Party } from '../party/party.ts';
import { ledgerAt } from '../scope/point.ts';
import { RollCall, shownAt } from './roll-call.ts';

/** A fifth of the members is seldom absent. */
const usuallyAbsent = 40;

builder.objectField(RollCall, 'absentParties', (t) =>
  t.field({
    type: [Party],
    description:
      'The parties whose absence is recorded, by name. Absences are not recorded for every roll call; see `absent`.',
    extensions: cost({ points: 10, rows: usuallyAbsent }),
    resolve: (vote, _args, context) => {
      const revision = shownAt(vote, context);
      return absentParties(ledgerAt(revision, context), vote, revision);
    },
  }),
);
