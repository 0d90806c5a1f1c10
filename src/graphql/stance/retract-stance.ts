import { parseStanceKey } from '#ledger/stance-key.ts';
import { retractStance } from '#ledger/write/stances.ts';
import { atMost } from '../write/checks.ts';
import { addMutation } from '../write/mutation.ts';
import { StancesRevised, viewsOf } from './stances-revised.ts';

addMutation('retractStance', {
  scope: 'stances:write',
  description:
    'Retracts stances that should not have been recorded, in one revision. When a party changes its position, record a new stance instead. ' +
    'Retracted stances are kept and can be read with `asKnownAt`.',
  input: (t) => ({
    stances: t.stringList({
      required: true,
      description:
        'Keys of the stances to retract, 1 to 500: party--proposition--day, such as `cn--tw-inalienable--1972-12-22`.',
    }),
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
