import { type Command, InvalidArgumentError, Option } from 'commander';
import { dayOf, utcDay } from '#agreement/day.ts';
import { type Measure, measures } from '#agreement/measures/measure.ts';
import { type Verdict, verdicts } from '#agreement/verdict.ts';
import { askedComparison } from '#comparison/asked-comparison.ts';
import { buildSnapshot } from '#snapshot/build-snapshot.ts';
import type { CommandContext } from '../command-context.ts';
import { CommandError } from '../command-error.ts';
import { comparisonPage } from '../compare/comparison-page.ts';
import { summaryOf } from '../compare/comparison-summary.ts';
import { parseWholeNumber } from '../export-arguments.ts';
import { parseList } from '../list-argument.ts';
import { paperOf } from '../paper.ts';
import { withLedger } from '../with-ledger.ts';

interface CompareOptions {
  readonly issue?: readonly string[];
  readonly proposition?: readonly string[];
  readonly kind?: readonly ('CLAIM' | 'ROLL_CALL')[];
  readonly asOf?: number;
  readonly asKnownAt?: number;
  readonly measure?: Measure;
  readonly verdict?: readonly Verdict[];
  readonly limit?: number;
  readonly json?: true;
}

/** Rows that people are shown unless they ask for more. */
const usualRows = 50;

/** `concord compare`: puts parties side by side. */
export function addCompare(program: Command, context: CommandContext): void {
  program
    .command('compare')
    .description('put parties side by side: where they agree, on what evidence, since when')
    .argument('<parties...>', 'keys, codes or names, such as CN Russia (docs/names.md)')
    .option('--issue <keys>', 'only propositions of these issues, with commas between them', parseList())
    .option('--proposition <keys>', 'only these propositions, with commas between them', parseList())
    .option(
      '--kind <kinds>',
      'CLAIM, ROLL_CALL; default: CLAIM, and what --proposition names',
      parseList(['CLAIM', 'ROLL_CALL'] as const),
    )
    .option('--as-of <date>', 'positions in force on this day; default: today (UTC)', parseDay)
    .option('--as-known-at <revision>', 'as known at this revision; default: the newest', parseWholeNumber(0))
    .addOption(new Option('--measure <measure>', 'how agreement is measured; default: AGREEMENT').choices(measures))
    .option(
      '--verdict <verdicts>',
      'only rows with these verdicts, with commas between them; default: all but UNKNOWN',
      parseList(Object.keys(verdicts) as Verdict[]),
    )
    .option('--limit <rows>', `show that many rows; default: ${usualRows}, with --json all`, parseWholeNumber(0))
    .option('--json', 'print the result as JSON, with the names of the API')
    .action(async (parties: readonly string[], { json, verdict, limit, ...options }: CompareOptions) => {
      const summary = await withLedger(context, async ({ database }) => {
        const asked = {
          parties,
          scope: {
            issues: options.issue,
            propositions: options.proposition,
            kinds: options.kind,
            asOf: options.asOf,
            asKnownAt: options.asKnownAt,
          },
          policy: { measure: options.measure },
        };
        const snapshot = await buildSnapshot(database.url);
        if (snapshot.revision === 0)
          throw new CommandError(
            'The ledger is empty: concord seed fills it with the seed files, concord import with others.',
          );
        const comparison = askedComparison(snapshot, asked, { today: utcDay(new Date()) });
        const shown = { verdicts: verdict ?? null, limit: limit ?? (json ? Number.POSITIVE_INFINITY : usualRows) };
        return summaryOf(database.pool, comparison, shown);
      });
      if (json) console.log(JSON.stringify(summary));
      else console.log(comparisonPage(summary, paperOf(process.stdout, process.env)).join('\n'));
    });
}

/** A day written YYYY-MM-DD. Throws InvalidArgumentError. */
function parseDay(text: string): number {
  const day = dayOf(text);
  if (Number.isNaN(day)) throw new InvalidArgumentError(`Found "${text}", expected a date such as 2022-02-04.`);
  return day;
}
