import { parseStanceKey } from '#ledger/stance-key.ts';
import { retractStance } from '#ledger/write/retract-stance.ts';
import { atMost } from '../write/at-most.ts';
import { addMutation } from '../write/mutation.ts';
import { StancesRevised, viewsOf } from './stances-revised.ts';

addMutation('retractStance', {
  scope: 'stances:write',
  description:
    'Retires stances, all in one revision, with nothing in their place: they should not have been recorded. A party that changes its mind gets a ' +
    'new stance instead. What was said is kept and found with `asKnownAt`.',
  input: (t) => ({
    stances: t.stringList({ required: true, description: 'Keys of 1 to 500 stances: party--proposition--day.' }),
  }),
  payload: StancesRevised,
  limits: ({ stances }) => atMost(500, 'stances', stances),
  change: ({ stances }) => retractStance(stances),
  show: ({ stances }, context) => ({
    stances: viewsOf(
      stances.flatMap((key) => parseStanceKey(key) ?? []),
      context.snapshot.revision - 1,
      context,
    ),
  }),
});
