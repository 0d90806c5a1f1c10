import type { Command } from 'commander';
import { restoreBackup } from '#ledger/backup/restore-backup.ts';
import { withSetupLock } from '#postgres/migrate/setup-lock.ts';
import type { CommandContext } from '../command-context.ts';
import { showProgress } from '../show-progress.ts';
import { withWritableLedger } from '../with-ledger.ts';

/** `concord restore`: fills an empty database with a backup. */
export function addRestore(program: Command, context: CommandContext): void {
  program
    .command('restore')
    .description('fill an empty database with a backup that `export --ledger` wrote')
    .argument('<folder>', 'folder of the backup')
    .option('--json', 'print the result as JSON')
    .action(async (folder: string, { json }: { readonly json?: true }) => {
      const progress = showProgress();
      context.interruption.addEventListener('abort', progress.end, { once: true });
      const manifest = await withWritableLedger(context, ({ database }) =>
        withSetupLock(database, () => restoreBackup(database, folder, progress.report)),
      ).finally(progress.end);
      if (json) console.log(JSON.stringify(manifest));
      else console.log(`Restored revision ${manifest.revision} of ${manifest.time}.`);
    });
}
