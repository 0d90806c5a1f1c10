import type { Command } from 'commander';
import { revokeKey } from '#ledger/keys/revoke-key.ts';
import type { CommandContext } from '../command-context.ts';
import { withWritableLedger } from '../with-ledger.ts';

/** `concord key revoke`: takes a key away. */
export function addKeyRevoke(group: Command, context: CommandContext): void {
  group
    .command('revoke')
    .description('revoke a key immediately and on every server; what was written with it is kept')
    .argument('<name>', 'name of the key')
    .option('--json', 'print the result as JSON')
    .action(async (name: string, { json }: { readonly json?: true }) => {
      await withWritableLedger(context, ({ database }) => revokeKey(database.pool, name));
      console.log(json ? JSON.stringify({ revoked: name }) : `The key ${name} is revoked.`);
    });
}
