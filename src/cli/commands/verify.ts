import type { Command } from 'commander';
import { readHead } from '#ledger/head.ts';
import { touchedSentence } from '#ledger/verify/touched.ts';
import { verifyLedger } from '#ledger/verify/verify-ledger.ts';
import { Refusal } from '#refusal/refusal.ts';
import type { CommandContext } from '../command-context.ts';
import { showProgress } from '../show-progress.ts';
import { withLedger } from '../with-ledger.ts';

/** `concord verify`: recomputes the digests of all revisions. */
export function addVerify(program: Command, context: CommandContext): void {
  program
    .command('verify')
    .description('recompute the digest of every revision and report the first that was altered; changes nothing')
    .option('--json', 'print the result as JSON')
    .action(async ({ json }: { readonly json?: true }) => {
      const progress = showProgress();
      context.interruption.addEventListener('abort', progress.end, { once: true });
      const { head, touched } = await withLedger(context, async ({ database }) => {
        const { revision } = await readHead(database.pool);
        const report = (rows: number) =>
          progress.report({ step: 'Verifying revisions', rows, done: Math.min(rows / revision, 1) });
        return verifyLedger(database, report, context.interruption);
      }).finally(progress.end);
      if (json) console.log(JSON.stringify({ verified: touched === null, ...head, touched }));
      if (touched !== null) throw new Refusal('LEDGER_TOUCHED', touchedSentence(touched));
      if (!json) console.log(`All revisions up to ${head.revision} are unaltered; digest ${head.digest}.`);
    });
}
