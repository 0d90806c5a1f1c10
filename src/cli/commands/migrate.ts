import type { Command } from 'commander';
import { applyMigrations } from '#postgres/migrate/apply-migrations.ts';
import { pendingMigrations } from '#postgres/migrate/diagnose.ts';
import type { CommandContext } from '../command-context.ts';
import { withDatabase } from '../with-database.ts';

interface MigrateOptions {
  readonly pending?: true;
  readonly whileServersRun?: true;
  readonly json?: true;
}

/** `concord migrate`: applies the pending migrations. */
export function addMigrate(program: Command, context: CommandContext): void {
  program
    .command('migrate')
    .description('apply pending migrations to the database')
    .option('--pending', 'only list them')
    .option('--while-servers-run', 'also apply what running servers of the version before cannot go on with')
    .option('--json', 'print the result as JSON')
    .action(async ({ pending, whileServersRun, json }: MigrateOptions) => {
      const names = await withDatabase(context, ({ database }) =>
        pending ? pendingMigrations(database) : applyMigrations(database, { whileServersRun }),
      );
      if (json) console.log(JSON.stringify({ [pending ? 'pending' : 'applied']: names }));
      else console.log(sentence(names, pending ? 'Pending' : 'Applied'));
    });
}

function sentence(names: readonly string[], done: string): string {
  return names.length === 0 ? 'The database is up to date.' : `${done}: ${names.join(', ')}`;
}
