import * as z from 'zod';
import { Verification } from '#postgres/generated/enums.ts';
import { symbolText } from '../symbol-form.ts';
import { text as textForm, url } from './forms.ts';
import { declare, integer, keyOf, oneOf, optional, text, texts } from './table.ts';

/** A symbol of a resolution as anybody writes it. */
export const writtenSymbol = textForm.refine(
  (symbol) => symbolText(symbol) !== null,
  'the symbol of a resolution or decision, such as A/RES/74/41',
);

const symbolForm = textForm.refine((symbol) => symbolText(symbol) === symbol, 'a symbol in the form 74/41');

const sign = z.union([z.literal(1), z.literal(-1)], '1 (a vote in favour supports the claim) or -1 (it opposes it)');

/**
 * A vote that says the same as a claim, or the contrary. The vote is named by what all records of it share, so that the link holds whichever source it
 * comes from, and whether or not the ledger has it.
 */
export const deed = declare({
  name: 'deed',
  key: ['proposition', 'body', 'symbol'],
  catalogue: false,
  columns: {
    proposition: keyOf('proposition', 'The claim.'),
    body: text('Body that voted, as in propositions.'),
    symbol: text('Symbol of the text that was voted on, in the form `74/41` for every spelling of it.', {
      form: symbolForm,
    }),
    otherSymbols: texts(
      'Symbols under which other records have the same vote, in the same form, as a JSON array: where a record numbers the votes of a meeting.',
      symbolForm,
    ),
    sign: integer('1: a vote in favour supports the claim; -1: it opposes the claim.', { form: sign, minimum: -1 }),
    reason: text('What of the text says the same as the claim, or the contrary.'),
    address: optional(text('Where the text is.', { form: url })),
    verification: oneOf({ Verification }, 'Whether the text was read for this.'),
  },
});
