import { recordStances } from '#ledger/write/stances.ts';
import { atMost } from '../write/checks.ts';
import { addMutation } from '../write/mutation.ts';
import { StanceInput, stanceSaid } from './stance-input.ts';
import { StancesRevised, viewsOf } from './stances-revised.ts';

addMutation('recordStances', {
  scope: 'stances:write',
  description:
    'Records stances in one revision. A stance that already exists with the same content is left unchanged; one with different content is ' +
    'an error: use `correctStance`.',
  input: (t) => ({
    stances: t.field({ type: [StanceInput], required: true, description: 'The stances to record, 1 to 500.' }),
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
