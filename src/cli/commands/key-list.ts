import type { Command } from 'commander';
import { dateOf, utcDay } from '#agreement/day.ts';
import { listKeys } from '#ledger/keys/list-keys.ts';
import type { CommandContext } from '../command-context.ts';
import { withLedger } from '../with-ledger.ts';

type ListedKey = Awaited<ReturnType<typeof listKeys>>[number];

/** `concord key list`: every key there ever was, without the keys themselves. */
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

/** What becomes of a key: `usable`, `revoked 2026-11-24`, `expires 2027-01-01`. */
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
