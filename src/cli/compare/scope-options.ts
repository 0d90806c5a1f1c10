import { type Command, InvalidArgumentError, Option } from 'commander';
import { dayOf } from '#agreement/day.ts';
import { type Measure, measures } from '#agreement/measures/measure.ts';
import type { AskedOfParties } from '#comparison/asked-comparison.ts';
import { day } from '#ledger/tables/forms.ts';
import { parseWholeNumber } from '../export-arguments.ts';
import { parseList } from '../list-argument.ts';

/** What commands that compare parties take of a scope and a policy. */
export interface ScopeOptions {
  readonly issue?: readonly string[];
  readonly proposition?: readonly string[];
  readonly kind?: readonly ('CLAIM' | 'ROLL_CALL')[];
  readonly asOf?: number;
  readonly asKnownAt?: number;
  readonly measure?: Measure;
}

/** Adds these options to a command. */
export const addScopeOptions = (command: Command): Command =>
  command
    .option('--issue <keys>', 'only propositions of these issues, with commas between them', parseList())
    .option('--proposition <keys>', 'only these propositions, with commas between them', parseList())
    .option(
      '--kind <kinds>',
      'CLAIM, ROLL_CALL; default: CLAIM, and what --proposition names',
      parseList(['CLAIM', 'ROLL_CALL'] as const),
    )
    .option('--as-of <date>', 'positions in force on this day; default: today (UTC)', parseDay)
    .option('--as-known-at <revision>', 'as known at this revision; default: the newest', parseWholeNumber(0))
    .addOption(new Option('--measure <measure>', 'how agreement is measured; default: AGREEMENT').choices(measures));

/** The scope and policy that the options ask for. */
export const askedBy = ({ issue, proposition, kind, asOf, asKnownAt, measure }: ScopeOptions): AskedOfParties => ({
  scope: { issues: issue, propositions: proposition, kinds: kind, asOf, asKnownAt },
  policy: { measure },
});

/** A day written YYYY-MM-DD. Throws InvalidArgumentError. */
export function parseDay(text: string): number {
  if (day.safeParse(text).success) return dayOf(text);
  throw new InvalidArgumentError(`Found "${text}", expected a date such as 2022-02-04.`);
}
