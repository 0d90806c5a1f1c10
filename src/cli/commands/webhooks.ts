import { type Command, Option } from 'commander';
import {
  type Delivery,
  type DeliveryStatus,
  type Followed,
  listDeliveries,
  listFollowed,
  sendAgain,
} from '#webhooks/deliveries.ts';
import type { CommandContext } from '../command-context.ts';
import { CommandError } from '../command-error.ts';
import { parseWholeNumber } from '../export-arguments.ts';
import { withLedger, withWritableLedger } from '../with-ledger.ts';

interface Json {
  readonly json?: true;
}

/** `concord webhooks …`: what the destinations of CONCORD_WEBHOOKS were told, and what they did not take. */
export function addWebhooks(program: Command, context: CommandContext): void {
  const group = program.command('webhooks').description('see what webhooks were delivered, and send them again');
  addList(group, context);
  addDeliveries(group, context);
  addSendAgain(group, context);
}

const say = (json: true | undefined, value: unknown, text: string) => console.log(json ? JSON.stringify(value) : text);

function addList(group: Command, context: CommandContext): void {
  group
    .command('list')
    .description('list the destinations with what is waiting, delivered and given up')
    .option('--json', 'print the result as JSON')
    .action(async ({ json }: Json) => {
      const configured = new Set(context.config().webhooks.map(({ name }) => name));
      const found = await withLedger(context, ({ database }) => listFollowed(database.pool));
      const missing = [...configured].filter((name) => !found.some((one) => one.name === name));
      const followed = found.map((one) => ({ ...one, configured: configured.has(one.name) }));
      const lines = [...followed.map(followedLine), ...missing.map((name) => `${name}  not followed yet`)];
      const unseen = missing.map((name) => ({ name, configured: true }));
      say(json, [...followed, ...unseen], lines.join('\n') || 'There are no webhooks; see CONCORD_WEBHOOKS.');
    });
}

function followedLine({
  name,
  revision,
  waiting,
  delivered,
  dead,
  problem,
  configured,
}: Followed & { readonly configured: boolean }) {
  const gone = configured ? '' : ', not configured here';
  const blocked = problem === null ? '' : `; stopped: ${problem}`;
  return `${name}  up to revision ${revision}: ${waiting} waiting, ${delivered} delivered, ${dead} dead${gone}${blocked}`;
}

interface DeliveriesOptions extends Json {
  readonly status?: string;
  readonly last: number;
}

function addDeliveries(group: Command, context: CommandContext): void {
  group
    .command('deliveries')
    .description('list deliveries, the newest revision first')
    .argument('[name]', 'only those to this destination')
    .addOption(new Option('--status <status>', 'only those').choices(['waiting', 'delivered', 'dead']))
    .option('--last <number>', 'how many', parseWholeNumber(1), 20)
    .option('--json', 'print the result as JSON')
    .action(async (destination: string | undefined, { status, last, json }: DeliveriesOptions) => {
      const filter = {
        destination: destination ?? null,
        status: (status?.toUpperCase() ?? null) as DeliveryStatus | null, // one of the choices
      };
      const found = await withLedger(context, ({ database }) => listDeliveries(database.pool, filter, last));
      say(json, found, found.map(deliveryLine).join('\n') || 'There are none.');
    });
}

const deliveryLine = ({ id, destination, revision, status, attempts, error }: Delivery): string =>
  `${id}  ${destination}  revision ${revision}  ${status}  ${attempts} attempts${error === null ? '' : `: ${error}`}`;

function addSendAgain(group: Command, context: CommandContext): void {
  group
    .command('send-again')
    .description('have what was given up tried again by the worker, with the same ids')
    .argument('<which>', 'name of a destination, or the id of one delivery (msg_…)')
    .option('--json', 'print the result as JSON')
    .action(async (which: string, { json }: Json) => {
      const one = which.startsWith('msg_') ? { id: which } : { destination: which };
      const count = await withWritableLedger(context, ({ database }) => sendAgain(database.pool, one));
      if (count === 0) throw new CommandError(`There is nothing to send again: ${which} has no dead delivery.`);
      say(json, { again: count }, `${count} will be sent again.`);
    });
}
