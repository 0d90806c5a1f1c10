import type { Manifest } from '#ledger/backup/backup.ts';
import { writeBackup } from '#ledger/backup/write-backup.ts';
import type { CommandContext } from '../command-context.ts';
import { showProgress } from '../show-progress.ts';
import { withLedger } from '../with-ledger.ts';

/** Enough to remove the files written so far. */
const cleanUpMs = 2_000;

/** Writes a backup to a folder and prints a summary. */
export async function exportLedger(folder: string, json: boolean, context: CommandContext): Promise<void> {
  const progress = showProgress();
  context.interruption.addEventListener('abort', progress.end, { once: true });
  const options = { report: progress.report, signal: context.interruption };
  const manifest = await withLedger(context, ({ database }) => writeBackup(database, folder, options), {
    graceMs: cleanUpMs,
  }).finally(progress.end);
  if (json) console.log(JSON.stringify(manifest));
  else console.log(`Wrote revision ${manifest.revision} with ${rowsIn(manifest)} rows to ${folder}.`);
}

const rowsIn = ({ tables }: Manifest) => tables.reduce((sum, { rows }) => sum + rows, 0).toLocaleString('en');
