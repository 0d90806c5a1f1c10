import { type Command, InvalidArgumentError, Option } from 'commander';
import { dayOf } from '#agreement/day.ts';
import { createKey } from '#ledger/keys/create-key.ts';
import { KeyError } from '#ledger/keys/key-error.ts';
import { keySecretOf } from '#ledger/keys/key-secret.ts';
import { type Scope, scopes } from '#ledger/keys/scope.ts';
import type { CommandContext } from '../command-context.ts';
import { withWritableLedger } from '../with-ledger.ts';

interface KeyCreateOptions {
  readonly name: string;
  readonly scope: Scope[];
  readonly expires?: Date;
  readonly json?: true;
}

/** `concord key create`: makes a key and shows it, this once. */
export function addKeyCreate(group: Command, context: CommandContext): void {
  group
    .command('create')
    .description('create a key and show it once')
    .requiredOption(
      '--name <name>',
      'name of the key, recorded as author and source of its writes, such as `ana` or `press-desk`',
    )
    .addOption(
      new Option('--scope <scope...>', 'a scope of the key; may be repeated').choices(scopes).makeOptionMandatory(),
    )
    .option('--expires <date>', 'day (UTC) on which it expires; default: never', readDay)
    .option('--json', 'print the result as JSON')
    .action(async ({ name, scope, expires, json }: KeyCreateOptions) => {
      const secret = await keySecretOf(context.config());
      if (secret === null) throw new KeyError('NO_KEY_SECRET', noSecret);
      const asked = { name, scopes: scopes.filter((each) => scope.includes(each)), expiresAt: expires ?? null };
      const key = await withWritableLedger(context, ({ database }) => createKey(database.pool, asked, secret));
      if (json) console.log(JSON.stringify({ ...asked, key }));
      else
        console.log(`${key}\n\nThis is the key ${name}. It is shown only once; send it as "Authorization: Bearer …".`);
    });
}

const noSecret =
  'API keys need a secret that all servers of this database share. Set CONCORD_KEY_SECRET to the same random text everywhere, such as ' +
  'the output of `openssl rand -base64 32`.';

function readDay(text: string): Date {
  if (Number.isNaN(dayOf(text))) throw new InvalidArgumentError('Expected a valid date, such as 2027-01-01.');
  return new Date(`${text}T00:00:00Z`);
}
