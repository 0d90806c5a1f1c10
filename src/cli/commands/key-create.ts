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
    .description('make a key and show it, this once')
    .requiredOption('--name <name>', 'author and source of what is written with it, such as `ana` or `press-desk`')
    .addOption(
      new Option('--scope <scope...>', 'what it may do; may be said several times')
        .choices(scopes)
        .makeOptionMandatory(),
    )
    .option('--expires <date>', 'the first day (UTC) on which it is of no use; default: never', readDay)
    .option('--json', 'answer in JSON')
    .action(async ({ name, scope, expires, json }: KeyCreateOptions) => {
      const secret = await keySecretOf(context.config());
      if (secret === null) throw new KeyError('NO_KEY_SECRET', noSecret);
      const asked = { name, scopes: scopes.filter((each) => scope.includes(each)), expiresAt: expires ?? null };
      const key = await withWritableLedger(context, ({ database }) => createKey(database.pool, asked, secret));
      if (json) console.log(JSON.stringify({ ...asked, key }));
      else
        console.log(`${key}\n\nThis is the key ${name}. It is shown this once; send it as "Authorization: Bearer …".`);
    });
}

const noSecret =
  'Keys need a secret that every server of this database shares. Set CONCORD_KEY_SECRET to the same random text everywhere, such as ' +
  '`openssl rand -base64 32` prints.';

function readDay(text: string): Date {
  if (Number.isNaN(dayOf(text))) throw new InvalidArgumentError('Expected a day that exists, such as 2027-01-01.');
  return new Date(`${text}T00:00:00Z`);
}
