import { createRequire } from 'node:module';
import { Command } from 'commander';
import { describeVariables, readConfig } from '#config/read-config.ts';
import type { CommandContext } from './command-context.ts';
import { addCheck } from './commands/check.ts';
import { addCompare } from './commands/compare.ts';
import { addDoctor } from './commands/doctor.ts';
import { addExport } from './commands/export.ts';
import { addExports } from './commands/exports.ts';
import { addImport } from './commands/import.ts';
import { addInit } from './commands/init.ts';
import { addKey } from './commands/key.ts';
import { addMigrate } from './commands/migrate.ts';
import { addQueries } from './commands/queries.ts';
import { addRestore } from './commands/restore.ts';
import { addSeed } from './commands/seed.ts';
import { addSeries } from './commands/series.ts';
import { addServe } from './commands/serve.ts';
import { addVerify } from './commands/verify.ts';
import { addWebhooks } from './commands/webhooks.ts';
import { addWorker } from './commands/worker.ts';
import { listenForInterruption } from './interruption.ts';
import { reportError } from './report-error.ts';
import { requireText } from './require-text.ts';

const commands = [
  addServe,
  addWorker,
  addMigrate,
  addSeed,
  addImport,
  addCheck,
  addCompare,
  addSeries,
  addInit,
  addKey,
  addExport,
  addExports,
  addQueries,
  addWebhooks,
  addRestore,
  addVerify,
  addDoctor,
];

const { version } = createRequire(import.meta.url)('../../package.json');
const context: CommandContext = { config: () => readConfig(process.env), interruption: listenForInterruption() };
const program = new Command('concord')
  .description('Where do these parties agree — on what evidence, since when, and how sure are we?')
  .version(version)
  .exitOverride()
  .showHelpAfterError('Try --help.')
  .addHelpText('after', `\nEnvironment [default]:\n${describeVariables()}`);
for (const add of commands) add(program, context);

try {
  requireText(program, process.argv.slice(2));
  await program.parseAsync();
} catch (error) {
  process.exitCode = reportError(error, process.env.CONCORD_DEBUG === '1');
}
// An interrupted command may still wait for something.
setTimeout(() => process.exit(), 1_000).unref();
