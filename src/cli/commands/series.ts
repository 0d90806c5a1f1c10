import { type Command, Option } from 'commander';
import { utcDay } from '#agreement/day.ts';
import { askedSeries } from '#comparison/series/asked-series.ts';
import type { SeriesUnit } from '#comparison/series/series-periods.ts';
import type { CommandContext } from '../command-context.ts';
import { filledLedger } from '../compare/filled-ledger.ts';
import { addScopeOptions, askedBy, parseDay, type ScopeOptions } from '../compare/scope-options.ts';
import { seriesPage, seriesSummary } from '../compare/series-summary.ts';
import { withLedger } from '../with-ledger.ts';

interface SeriesOptions extends ScopeOptions {
  readonly by: SeriesUnit;
  readonly from?: number;
  readonly json?: true;
}

/** `concord series`: how the agreement of parties moved. */
export function addSeries(program: Command, context: CommandContext): void {
  const series = program
    .command('series')
    .description('show how the agreement of parties moved, and when it changed its level')
    .argument('<parties...>', 'keys, codes or names, such as CN Russia (docs/names.md)')
    .addOption(
      new Option('--by <period>', 'by what it is divided')
        .choices(['YEAR', 'SESSION', 'QUARTER', 'MONTH'])
        .default('YEAR'),
    )
    .option('--from <date>', 'leave out the periods that end before this day', parseDay);
  addScopeOptions(series)
    .option('--json', 'print the result as JSON, with the names of the API')
    .action(async (parties: readonly string[], { json, by, from, ...options }: SeriesOptions) => {
      const summary = await withLedger(context, async ({ database }) => {
        const asked = { parties, by, from, ...askedBy(options) };
        return seriesSummary(askedSeries(await filledLedger(database), asked, { today: utcDay(new Date()) }));
      });
      console.log(json ? JSON.stringify(summary) : seriesPage(summary).join('\n'));
    });
}
