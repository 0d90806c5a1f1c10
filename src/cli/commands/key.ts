import { type Command, InvalidArgumentError, Option } from 'commander';
import { dateOf, dayOf, utcDay } from '#agreement/day.ts';
import { type KeyScope, scopes } from '#ledger/keys/authenticate.ts';
import { keySecretOf } from '#ledger/keys/key-secret.ts';
import { createKey, KeyError, listKeys, revokeKey } from '#ledger/keys/keys.ts';
import type { CommandContext } from '../command-context.ts';
import { withLedger, withWritableLedger } from '../with-ledger.ts';

/** `concord key …`: manages the keys for writing over the API. */
export function addKey(program: Command, context: CommandContext): void {
  const group = program.command('key').description('manage API keys, which permit writing through the API');
  addKeyCreate(group, context);
  addKeyList(group, context);
  addKeyRevoke(group, context);
}

interface KeyCreateOptions {
  readonly name: string;
  readonly scope: KeyScope[];
  readonly expires?: Date;
  readonly json?: true;
}

/** `concord key create`: creates a key and shows it once. */
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

type ListedKey = Awaited<ReturnType<typeof listKeys>>[number];

/** `concord key list`: lists all keys, including revoked ones, without their secrets. */
export function addKeyList(group: Command, context: CommandContext): void {
  group
    .command('list')
    .description('list the keys with their scopes and the day of their last use')
    .option('--json', 'print the result as JSON')
    .action(async ({ json }: { readonly json?: true }) => {
      const keys = await withLedger(context, ({ database }) => listKeys(database.prisma));
      if (json) console.log(JSON.stringify(keys.map(plain)));
      else console.log(keys.length === 0 ? 'There are no keys.' : keys.map(line).join('\n'));
    });
}

const dayText = (time: Date) => dateOf(utcDay(time));

const plain = (key: ListedKey) => ({ ...key, lastUsedOn: key.lastUsedOn && dayText(key.lastUsedOn) });

/** State of a key: `usable`, `revoked 2026-11-24`, `expires 2027-01-01`. */
function state({ revokedAt, expiresAt }: ListedKey): string {
  if (revokedAt !== null) return `revoked ${dayText(revokedAt)}`;
  if (expiresAt === null) return 'usable';
  return `${expiresAt <= new Date() ? 'expired' : 'expires'} ${dayText(expiresAt)}`;
}

function line(key: ListedKey): string {
  const { name, handle, scopes, createdAt, lastUsedOn } = key;
  const used = lastUsedOn === null ? 'never used' : `last used ${dayText(lastUsedOn)}`;
  return `${name}  concord_${handle}_…  ${scopes.join(' ')}  created ${dayText(createdAt)}, ${used}, ${state(key)}`;
}

/** `concord key revoke`: revokes a key. */
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
