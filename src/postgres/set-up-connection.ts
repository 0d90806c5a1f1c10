import { BlockList, isIP, type Socket } from 'node:net';
import type { Client, ClientBase } from 'pg';
import { type NewestTimeline, readTimeline, type Timeline } from './database-timeline.ts';
import { type Backend, destroyConnection, noteBackend, ownBackend } from './end-connections.ts';
import { SilentConnectionError, watchSilence } from './watch-silence.ts';

/** The two ends of a connection as its server sees them, as `address port`; null over a Unix socket. */
export interface Ends {
  readonly server: string | null;
  readonly client: string | null;
}

/** Selects the ends of the connection that asks. */
const ownEnds = `json_build_object('server', host(inet_server_addr()) || ' ' || inet_server_port(),
  'client', host(inet_client_addr()) || ' ' || inet_client_port()) AS ends`;

/** What pg has and does not declare. */
interface Inside extends Pick<Client, 'host'> {
  readonly connection: { readonly stream: Socket };
}

const thisMachine = new BlockList();
thisMachine.addSubnet('127.0.0.0', 8);
thisMachine.addAddress('::1', 'ipv6');

const direct = new WeakSet<ClientBase>();

/** Keeps whether a connection is direct, given its ends as its server sees them. */
export function noteEnds(client: ClientBase, { server, client: own }: Ends): void {
  const { host, connection } = client as unknown as Inside; // see above
  const { remoteAddress = '', remotePort, localAddress, localPort } = connection.stream;
  const isSettled = host === 'localhost' || isIP(host) !== 0; // any other name may lead elsewhere tomorrow
  const isLocal =
    isIP(remoteAddress) !== 0 && thisMachine.check(remoteAddress, isIP(remoteAddress) === 6 ? 'ipv6' : 'ipv4');
  if (isSettled && isLocal && server === `${remoteAddress} ${remotePort}` && own === `${localAddress} ${localPort}`)
    direct.add(client);
}

/**
 * Whether a connection leads to a server of this machine with no balancer, pooler or tunnel between: both see the same two ends. As long as it lasts its
 * server listens on its port, so every new connection to the same address leads there too.
 */
export const isDirect = (client: ClientBase): boolean => direct.has(client);

const setUpMs = 3_000;
/** What an answer may take on its way when the server gave up on the statement in time. */
const onTheWayMs = 5_000;

const patient = new WeakSet<ClientBase>();
const timelines = new WeakMap<ClientBase, Timeline>();

/** Lets a connection wait for an answer however long it takes: whoever takes the server's time limit from it says so here too. */
export const waitForEver = (client: ClientBase): void => void patient.add(client);

/** Where a connection led when it was opened; null when nobody looked. */
export const timelineOf = (client: ClientBase): Timeline | null => timelines.get(client) ?? null;

/** Says that what a connection does gives the ledger this id: it still leads to the same database. */
export function nowLeadsToLedger(client: ClientBase, ledger: string): void {
  const timeline = timelines.get(client);
  if (timeline !== undefined) timelines.set(client, { ...timeline, ledger });
}

/**
 * Makes a connection that has just been opened ready for the ledger. Settings are made by statements, because poolers drop or refuse those that come
 * with the connection.
 * @throws Error when it leads to an older timeline than others did
 */
export async function setUpConnection(
  client: ClientBase,
  statementTimeoutMs: number,
  newest: NewestTimeline,
): Promise<void> {
  // One that breaks in use fails the query, which says so; without a listener it would end the process.
  client.on('error', () => {});
  const timer = setTimeout(() => destroyConnection(client, new SilentConnectionError(setUpMs)), setUpMs);
  try {
    // A program that only speaks like PostgreSQL may give neither; what it is will be said by whoever looks at its version.
    const { rows } = await client.query<{ backend?: Backend; ends?: Ends }>(
      // Days are UTC days, whatever the server is set to.
      `SELECT set_config('TimeZone', 'UTC', false), set_config('statement_timeout', '${Math.trunc(statementTimeoutMs)}', false),
         ${ownBackend}, ${ownEnds}`,
    );
    const { backend, ends } = rows[0] ?? {};
    if (backend !== undefined) noteBackend(client, backend);
    if (ends !== undefined) noteEnds(client, ends);
    const timeline = await readTimeline(client);
    timelines.set(client, timeline);
    if (!newest.report(timeline)) {
      throw new Error('Connection terminated: it leads to a former primary server');
    }
  } finally {
    clearTimeout(timer);
  }
  watchSilence(client, () => (statementTimeoutMs === 0 || patient.has(client) ? 0 : statementTimeoutMs + onTheWayMs));
}

/**
 * A statement for connections outside of a pool, whose times and days are to be those of UTC whatever the database is set to: Prisma's adapter takes the
 * digits of a time and leaves out its zone.
 */
export const inUtc = "SET timezone = 'UTC'";

/** Lets every statement of the open transaction of a client take as long as it takes, also when it says nothing for long. */
export async function withoutTimeLimit(client: ClientBase): Promise<void> {
  waitForEver(client);
  await client.query('SET LOCAL statement_timeout = 0');
}

/**
 * A statement after which a connection that ends is noticed within a second even while another statement of its session waits or runs, where the server's
 * platform can tell: else a process that has gone would keep its place in the database. `'true'` is for the open transaction alone.
 */
export const noticeLostClient = (inTransaction: 'true' | 'false'): string => `
  DO $$ BEGIN PERFORM set_config('client_connection_check_interval', '1s', ${inTransaction}); EXCEPTION WHEN OTHERS THEN NULL; END $$`;

/** What pg looks at whenever it is asked something, and declares for the constructor alone. */
interface Switched {
  pipeline: boolean;
}

const switched = (client: ClientBase) => client as unknown as Switched;

/**
 * Lets a client that is asked nothing at the moment send each statement at once, instead of when the one before it was answered. One that fails in a
 * transaction makes those after it fail too. COPY cannot be asked then.
 */
export const pipelined = (client: ClientBase, isOn: boolean): void => {
  switched(client).pipeline = isOn;
};

/** Asks one thing after another, without waiting between where the client is pipelined; fails with what failed first. */
export async function inOrder(client: ClientBase, steps: readonly (() => Promise<unknown>)[]): Promise<void> {
  if (switched(client).pipeline) await Promise.all(steps.map((step) => step()));
  else for (const step of steps) await step();
}
