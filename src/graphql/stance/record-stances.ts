import { recordStances } from '#ledger/write/record-stances.ts';
import { atMost } from '../write/at-most.ts';
import { addMutation } from '../write/mutation.ts';
import { StanceInput, stanceSaid } from './stance-input.ts';
import { StancesRevised, viewsOf } from './stances-revised.ts';

addMutation('recordStances', {
  scope: 'stances:write',
  description:
    'Records stances, all in one revision. One that stands already with the same content is left as it is; with another content it is a ' +
    'problem: correct it.',
  input: (t) => ({
    stances: t.field({ type: [StanceInput], required: true, description: '1 to 500 stances.' }),
  }),
  payload: StancesRevised,
  limits: ({ stances }) => atMost(500, 'stances', stances),
  change: ({ stances }) => recordStances(stances.map(stanceSaid)),
  show: ({ stances }, context) => ({
    stances: viewsOf(
      stances.map((stance) => stanceSaid(stance).row),
      context.snapshot.revision,
      context,
    ),
  }),
});
