import type { Command } from 'commander';
import { utcDay } from '#agreement/day.ts';
import { type Verdict, verdicts } from '#agreement/position.ts';
import { askedComparison } from '#comparison/asked-comparison.ts';
import type { CommandContext } from '../command-context.ts';
import { comparisonPage } from '../compare/comparison-page.ts';
import { summaryOf } from '../compare/comparison-summary.ts';
import { filledLedger } from '../compare/filled-ledger.ts';
import { addScopeOptions, askedBy, type ScopeOptions } from '../compare/scope-options.ts';
import { parseWholeNumber } from '../export-arguments.ts';
import { parseList } from '../list-argument.ts';
import { paperOf } from '../paper.ts';
import { withLedger } from '../with-ledger.ts';

interface CompareOptions extends ScopeOptions {
  readonly verdict?: readonly Verdict[];
  readonly limit?: number;
  readonly json?: true;
}

/** Rows that people are shown unless they ask for more. */
const usualRows = 50;

/** `concord compare`: puts parties side by side. */
export function addCompare(program: Command, context: CommandContext): void {
  const compare = program
    .command('compare')
    .description('put parties side by side: where they agree, on what evidence, since when')
    .argument('<parties...>', 'keys, codes or names, such as CN Russia (docs/names.md)');
  addScopeOptions(compare)
    .option(
      '--verdict <verdicts>',
      'only rows with these verdicts, with commas between them; default: all but UNKNOWN',
      parseList(Object.keys(verdicts) as Verdict[]),
    )
    .option('--limit <rows>', `show that many rows; default: ${usualRows}, with --json all`, parseWholeNumber(0))
    .option('--json', 'print the result as JSON, with the names of the API')
    .action(async (parties: readonly string[], { json, verdict, limit, ...options }: CompareOptions) => {
      const summary = await withLedger(context, async ({ database }) => {
        const snapshot = await filledLedger(database);
        const comparison = askedComparison(snapshot, { parties, ...askedBy(options) }, { today: utcDay(new Date()) });
        const shown = { verdicts: verdict ?? null, limit: limit ?? (json ? Number.POSITIVE_INFINITY : usualRows) };
        return summaryOf(database.pool, comparison, shown);
      });
      if (json) console.log(JSON.stringify(summary));
      else console.log(comparisonPage(summary, paperOf(process.stdout, process.env)).join('\n'));
    });
}
